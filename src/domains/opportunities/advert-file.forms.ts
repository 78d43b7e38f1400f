/** An advertisement found in a file, still as it stood. */
export type FoundAdvert = { advert: unknown; listingOnly: boolean }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const full = (advert: unknown): FoundAdvert => ({ advert, listingOnly: false })

/** An entry of the public feed: the advertisement lies in `json` (`ad_content` since 2024) and is empty when it was taken down. */
function entry(content: Record<string, unknown>): FoundAdvert {
  const { uuid, status, sistEndret } = content
  const inner = content.json ?? content.ad_content
  return isRecord(inner) ? full({ ...inner, uuid, status, sistEndret }) : { advert: { uuid, status, sistEndret }, listingOnly: true }
}

function one(item: unknown): FoundAdvert {
  if (!isRecord(item)) return full(item)
  if (isRecord(item._feed_entry)) return { advert: item._feed_entry, listingOnly: true }
  if (isRecord(item._source)) return full(item._source)
  return 'json' in item || 'ad_content' in item ? entry(item) : full(item)
}

/**
 * The advertisements in any of the forms Nav has used: a page or an entry of the public feed, a page of the internal
 * service (`content`), an answer of the search engine (`hits.hits`), a list, or one advertisement. Undefined for others.
 */
export function advertsIn(content: unknown): FoundAdvert[] | undefined {
  if (Array.isArray(content)) return content.map(one)
  if (!isRecord(content)) return undefined
  const hits = isRecord(content.hits) ? content.hits.hits : undefined
  const list = [content.items, content.content, hits].find((candidate) => Array.isArray(candidate))
  if (Array.isArray(list)) return list.map(one)
  return 'uuid' in content || '_source' in content ? [one(content)] : undefined
}
