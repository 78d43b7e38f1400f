import { importForecasts, listForecasts, removeForecast, saveForecast } from './forecast.operations.ts'

/** The operations of this slice, by name. */
export const forecastOperations = {
  'opportunities.listForecasts': listForecasts,
  'opportunities.saveForecast': saveForecast,
  'opportunities.removeForecast': removeForecast,
  'opportunities.importForecasts': importForecasts,
}
