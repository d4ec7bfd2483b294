/**
 * Points of presence, their regional edge caches and the regions that offer Origin Shield.
 * A choice of real places: https://aws.amazon.com/cloudfront/features/ names the cities; codes are those of the
 * X-Amz-Cf-Pop header. Which regional edge cache serves a place is inferred: the nearest one.
 */
export interface PointOfPresence {
  /** `FRA56`. */
  readonly code: string
  readonly city: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly latitude: number
  readonly longitude: number
  /** The AWS region of its regional edge cache. */
  readonly region: string
}
interface RegionalCache {
  readonly region: string
  readonly latitude: number
  readonly longitude: number
}

/** The thirteen regional edge caches. */
export const regionalEdgeCaches: readonly RegionalCache[] = [
  { region: 'us-east-1', latitude: 38.9, longitude: -77.4 },
  { region: 'us-east-2', latitude: 40.0, longitude: -83.0 },
  { region: 'us-west-1', latitude: 37.4, longitude: -121.9 },
  { region: 'us-west-2', latitude: 45.8, longitude: -119.7 },
  { region: 'sa-east-1', latitude: -23.5, longitude: -46.6 },
  { region: 'eu-central-1', latitude: 50.1, longitude: 8.7 },
  { region: 'eu-west-1', latitude: 53.3, longitude: -6.3 },
  { region: 'eu-west-2', latitude: 51.5, longitude: -0.1 },
  { region: 'ap-northeast-1', latitude: 35.7, longitude: 139.7 },
  { region: 'ap-northeast-2', latitude: 37.6, longitude: 127.0 },
  { region: 'ap-south-1', latitude: 19.1, longitude: 72.9 },
  { region: 'ap-southeast-1', latitude: 1.35, longitude: 103.8 },
  { region: 'ap-southeast-2', latitude: -33.9, longitude: 151.2 },
]

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/origin-shield.html#choose-origin-shield-region */
export const originShieldRegions: readonly string[] = [
  'us-east-2',
  'us-east-1',
  'us-west-2',
  'ap-south-1',
  'ap-northeast-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-northeast-1',
  'eu-central-1',
  'eu-west-1',
  'eu-west-2',
  'sa-east-1',
  'me-central-1',
]

/** City, country, latitude, longitude, and the numbers of the locations there. */
const cities: readonly (readonly [string, string, string, number, number, readonly string[]])[] = [
  ['IAD', 'Ashburn', 'US', 38.9, -77.5, ['IAD12', 'IAD61', 'IAD79', 'IAD89']],
  ['JFK', 'New York', 'US', 40.6, -73.8, ['JFK50', 'JFK52']],
  ['EWR', 'Newark', 'US', 40.7, -74.2, ['EWR50', 'EWR53']],
  ['BOS', 'Boston', 'US', 42.4, -71.0, ['BOS50']],
  ['ATL', 'Atlanta', 'US', 33.6, -84.4, ['ATL56', 'ATL59']],
  ['MIA', 'Miami', 'US', 25.8, -80.3, ['MIA3', 'MIA50']],
  ['ORD', 'Chicago', 'US', 42.0, -87.9, ['ORD52', 'ORD58']],
  ['DFW', 'Dallas', 'US', 32.9, -97.0, ['DFW55', 'DFW57']],
  ['IAH', 'Houston', 'US', 30.0, -95.3, ['IAH50']],
  ['DEN', 'Denver', 'US', 39.9, -104.7, ['DEN50', 'DEN52']],
  ['PHX', 'Phoenix', 'US', 33.4, -112.0, ['PHX50']],
  ['LAX', 'Los Angeles', 'US', 33.9, -118.4, ['LAX50', 'LAX53']],
  ['SFO', 'San Francisco', 'US', 37.6, -122.4, ['SFO5', 'SFO53']],
  ['SEA', 'Seattle', 'US', 47.4, -122.3, ['SEA19', 'SEA73']],
  ['HIO', 'Hillsboro', 'US', 45.5, -122.9, ['HIO50', 'HIO52']],
  ['MSP', 'Minneapolis', 'US', 44.9, -93.2, ['MSP50']],
  ['YTO', 'Toronto', 'CA', 43.7, -79.4, ['YTO50']],
  ['YUL', 'Montreal', 'CA', 45.5, -73.7, ['YUL62']],
  ['YVR', 'Vancouver', 'CA', 49.2, -123.2, ['YVR52']],
  ['QRO', 'Queretaro', 'MX', 20.6, -100.4, ['QRO50']],
  ['GRU', 'Sao Paulo', 'BR', -23.4, -46.5, ['GRU1', 'GRU50']],
  ['GIG', 'Rio de Janeiro', 'BR', -22.8, -43.2, ['GIG51']],
  ['EZE', 'Buenos Aires', 'AR', -34.8, -58.5, ['EZE50']],
  ['SCL', 'Santiago', 'CL', -33.4, -70.8, ['SCL50']],
  ['BOG', 'Bogota', 'CO', 4.7, -74.1, ['BOG50']],
  ['FRA', 'Frankfurt', 'DE', 50.0, 8.6, ['FRA2', 'FRA50', 'FRA53', 'FRA56', 'FRA60']],
  ['MUC', 'Munich', 'DE', 48.4, 11.8, ['MUC50']],
  ['TXL', 'Berlin', 'DE', 52.6, 13.3, ['TXL50', 'TXL52']],
  ['HAM', 'Hamburg', 'DE', 53.6, 10.0, ['HAM50']],
  ['DUS', 'Dusseldorf', 'DE', 51.3, 6.8, ['DUS51']],
  ['AMS', 'Amsterdam', 'NL', 52.3, 4.8, ['AMS1', 'AMS50', 'AMS54']],
  ['BRU', 'Brussels', 'BE', 50.9, 4.5, ['BRU50']],
  ['CDG', 'Paris', 'FR', 49.0, 2.5, ['CDG50', 'CDG52']],
  ['MRS', 'Marseille', 'FR', 43.4, 5.2, ['MRS52']],
  ['LHR', 'London', 'GB', 51.5, -0.5, ['LHR50', 'LHR61', 'LHR62']],
  ['MAN', 'Manchester', 'GB', 53.4, -2.3, ['MAN50']],
  ['DUB', 'Dublin', 'IE', 53.4, -6.3, ['DUB2', 'DUB56']],
  ['ZRH', 'Zurich', 'CH', 47.5, 8.5, ['ZRH50', 'ZRH55']],
  ['VIE', 'Vienna', 'AT', 48.1, 16.6, ['VIE50']],
  ['MXP', 'Milan', 'IT', 45.6, 8.7, ['MXP53', 'MXP63']],
  ['FCO', 'Rome', 'IT', 41.8, 12.3, ['FCO50']],
  ['MAD', 'Madrid', 'ES', 40.5, -3.6, ['MAD50', 'MAD51']],
  ['BCN', 'Barcelona', 'ES', 41.3, 2.1, ['BCN50']],
  ['LIS', 'Lisbon', 'PT', 38.8, -9.1, ['LIS50']],
  ['CPH', 'Copenhagen', 'DK', 55.6, 12.7, ['CPH50']],
  ['ARN', 'Stockholm', 'SE', 59.7, 17.9, ['ARN1', 'ARN54']],
  ['OSL', 'Oslo', 'NO', 60.2, 11.1, ['OSL50']],
  ['HEL', 'Helsinki', 'FI', 60.3, 25.0, ['HEL50']],
  ['WAW', 'Warsaw', 'PL', 52.2, 21.0, ['WAW50', 'WAW51']],
  ['PRG', 'Prague', 'CZ', 50.1, 14.3, ['PRG50']],
  ['BUD', 'Budapest', 'HU', 47.4, 19.3, ['BUD50']],
  ['OTP', 'Bucharest', 'RO', 44.6, 26.1, ['OTP50']],
  ['SOF', 'Sofia', 'BG', 42.7, 23.4, ['SOF50']],
  ['ATH', 'Athens', 'GR', 37.9, 23.9, ['ATH50']],
  ['IST', 'Istanbul', 'TR', 41.3, 28.7, ['IST50']],
  ['TLV', 'Tel Aviv', 'IL', 32.0, 34.9, ['TLV50']],
  ['DXB', 'Dubai', 'AE', 25.3, 55.4, ['DXB50', 'DXB52']],
  ['BAH', 'Manama', 'BH', 26.3, 50.6, ['BAH52']],
  ['CPT', 'Cape Town', 'ZA', -34.0, 18.6, ['CPT52']],
  ['JNB', 'Johannesburg', 'ZA', -26.1, 28.2, ['JNB50']],
  ['NBO', 'Nairobi', 'KE', -1.3, 36.9, ['NBO50']],
  ['LOS', 'Lagos', 'NG', 6.6, 3.3, ['LOS50']],
  ['CAI', 'Cairo', 'EG', 30.1, 31.4, ['CAI50']],
  ['BOM', 'Mumbai', 'IN', 19.1, 72.9, ['BOM50', 'BOM51', 'BOM78']],
  ['DEL', 'New Delhi', 'IN', 28.6, 77.1, ['DEL51', 'DEL54']],
  ['MAA', 'Chennai', 'IN', 13.0, 80.2, ['MAA50', 'MAA51']],
  ['BLR', 'Bangalore', 'IN', 13.2, 77.7, ['BLR50']],
  ['HYD', 'Hyderabad', 'IN', 17.2, 78.4, ['HYD50', 'HYD57']],
  ['SIN', 'Singapore', 'SG', 1.4, 104.0, ['SIN2', 'SIN52']],
  ['KUL', 'Kuala Lumpur', 'MY', 2.7, 101.7, ['KUL50']],
  ['CGK', 'Jakarta', 'ID', -6.1, 106.7, ['CGK50']],
  ['BKK', 'Bangkok', 'TH', 13.7, 100.7, ['BKK50']],
  ['MNL', 'Manila', 'PH', 14.5, 121.0, ['MNL50']],
  ['SGN', 'Ho Chi Minh City', 'VN', 10.8, 106.7, ['SGN50']],
  ['HKG', 'Hong Kong', 'HK', 22.3, 113.9, ['HKG54', 'HKG62']],
  ['TPE', 'Taipei', 'TW', 25.1, 121.2, ['TPE50', 'TPE52']],
  ['NRT', 'Tokyo', 'JP', 35.8, 140.4, ['NRT12', 'NRT20', 'NRT51', 'NRT57']],
  ['KIX', 'Osaka', 'JP', 34.4, 135.2, ['KIX50', 'KIX56']],
  ['ICN', 'Seoul', 'KR', 37.5, 126.4, ['ICN54', 'ICN57']],
  ['SYD', 'Sydney', 'AU', -33.9, 151.2, ['SYD1', 'SYD62']],
  ['MEL', 'Melbourne', 'AU', -37.7, 144.8, ['MEL50', 'MEL52']],
  ['PER', 'Perth', 'AU', -31.9, 116.0, ['PER50']],
  ['AKL', 'Auckland', 'NZ', -37.0, 174.8, ['AKL50']],
]

const radians = (degrees: number) => (degrees * Math.PI) / 180
interface Place {
  readonly latitude: number
  readonly longitude: number
}
/** Grows with the distance on the globe. */
const apart = (a: Place, b: Place): number =>
  Math.sin(radians(a.latitude - b.latitude) / 2) ** 2 +
  Math.cos(radians(a.latitude)) *
    Math.cos(radians(b.latitude)) *
    Math.sin(radians(a.longitude - b.longitude) / 2) ** 2

const nearest = <T extends Place>(places: readonly T[], place: Place): T | undefined =>
  places.reduce<T | undefined>(
    (best, candidate) =>
      best === undefined || apart(candidate, place) < apart(best, place) ? candidate : best,
    undefined,
  )

export const pointsOfPresence: readonly PointOfPresence[] = cities.flatMap(
  ([, city, country, latitude, longitude, codes]) =>
    codes.map((code) => ({
      code,
      city,
      country,
      latitude,
      longitude,
      region: nearest(regionalEdgeCaches, { latitude, longitude })?.region ?? 'us-east-1',
    })),
)

const byCode = new Map(pointsOfPresence.map((pop) => [pop.code, pop]))
const fallback = pointsOfPresence.find(({ code }) => code === 'FRA56') as PointOfPresence // it is in the list above
const remembered = new Map<string, PointOfPresence>()

/**
 * The point of presence of a code. A code that is not in the list (`FRA99-P1`) takes its city's place; an unknown city
 * is served by the regional edge cache of us-east-1.
 */
export function popByCode(code: string): PointOfPresence {
  const known = byCode.get(code) ?? remembered.get(code)
  if (known) return known
  const city = pointsOfPresence.find((pop) => pop.code.slice(0, 3) === code.slice(0, 3).toUpperCase())
  const made: PointOfPresence = city
    ? { ...city, code }
    : { code, city: code, country: 'US', latitude: 38.9, longitude: -77.4, region: 'us-east-1' }
  remembered.set(code, made)
  return made
}

/** Where a viewer who names no point of presence is served: the first in the viewer's country, else Frankfurt. */
export const popForCountry = (country: string | undefined): PointOfPresence => {
  if (country === undefined) return fallback
  return pointsOfPresence.find((pop) => pop.country === country) ?? fallback
}
