/** Common given and family names by country of background, romanised as Norwegian registers write them. */
export type Names = { female: string[]; male: string[]; family: string[] }
const words = (text: string): string[] => text.split(' ')

export const namesByCountry: Record<string, Names> = {
  UA: {
    female: words('Olena Oksana Iryna Natalia Tetiana Svitlana Yuliia Kateryna Anna Maria Halyna Liudmyla Viktoriia Nadiia Sofiia Daryna Alina Larysa'),
    male: words('Oleksandr Serhii Andrii Mykola Volodymyr Ivan Dmytro Vasyl Yurii Petro Bohdan Taras Maksym Artem'),
    family: words('Shevchenko Kovalenko Bondarenko Tkachenko Kravchenko Melnyk Boiko Lysenko Marchenko Savchenko Rudenko Moroz Polishchuk Hrytsenko Pavlenko Ponomarenko Kovalchuk Zinchenko'),
  },
  SY: {
    female: words('Fatima Maryam Aisha Rania Hanan Amal Samira Layla Nour Rasha Hiba Sawsan'),
    male: words('Mohammad Ahmad Khaled Omar Mahmoud Hassan Youssef Ibrahim Bassam Samer Anas Tarek'),
    family: words('Al-Hassan Haddad Khalil Al-Masri Najjar Darwish Hamdan Issa Saleh Kabbani Al-Ahmad Sabbagh Shaheen Barakat'),
  },
  AF: {
    female: words('Zahra Fatema Maryam Shukria Parwin Najiba Mahbuba Sima Nasrin Roya'),
    male: words('Ali Reza Ahmad Hamid Najib Farid Mustafa Habib Rahim Javad'),
    family: words('Ahmadi Hosseini Rahimi Karimi Mohammadi Rezai Haidari Sharifi Nazari Amiri'),
  },
  ER: {
    female: words('Selam Rahel Helen Bana Feven Winta Semhar Abeba Letebrhan Yordanos'),
    male: words('Yonas Filmon Samuel Tesfay Habtom Robel Mehari Kibrom Dawit Amanuel'),
    family: words('Tesfay Gebremedhin Haile Kidane Mehari Weldu Ghebreab Habte Berhane Araya Tekle Woldemichael'),
  },
  CD: {
    female: words('Esperance Chantal Furaha Neema Solange Clarisse Aline Riziki Mapendo Jeanne'),
    male: words('Jean Patrick Emmanuel Baraka Innocent Pascal Olivier Dieudonne Amani Moise'),
    family: words('Mugisha Bahati Mbuyi Kabongo Ilunga Mutombo Byamungu Kasongo Lukusa Ngoy Mwamba'),
  },
  SD: {
    female: words('Amna Hawa Khadija Mona Ikram Salma Nagat Rabab'),
    male: words('Abdalla Osman Adam Ismail Bakri Haroun Yagoub Mutasim'),
    family: words('Abdelrahman Adam Osman Idris Elhaj Mohamed Ibrahim Abakar Suliman'),
  },
  SO: {
    female: words('Hodan Sahra Ayaan Ifrah Nasra Habiba Fadumo Khadra'),
    male: words('Abdi Mohamed Hassan Yusuf Liban Mahad Jama Ismail'),
    family: words('Abdi Ali Warsame Farah Jama Nur Hersi Omar Abdullahi Yusuf'),
  },
  TR: {
    female: words('Zeynep Elif Ayse Merve Esra Hatice'), male: words('Mehmet Mustafa Emre Murat Yusuf Hakan'),
    family: words('Yilmaz Kaya Demir Celik Sahin Arslan Aydin'),
  },
  IR: {
    female: words('Shirin Leila Niloufar Mahsa Parisa Sara'), male: words('Amir Reza Behnam Kaveh Omid Saeed'),
    family: words('Ahmadi Moradi Jafari Karimi Rostami Sadeghi'),
  },
}

export const norwegianNames = {
  given: words('Kari Anne Ingrid Silje Marit Hilde Tone Berit Solveig Gunn Nina Heidi Ola Per Lars Bjørn Knut Terje Morten Geir Arne Øyvind Trond Stian'),
  family: words('Hansen Berge Nilsen Solheim Aune Haugen Moen Lunde Strand Dahl Bakke Myhre Ødegård Vik Sæther Nygård Fossum Holte Brekke Tangen'),
}
