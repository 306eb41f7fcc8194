/**
 * Declarations of one station called "desk" and one source called "street", which most cases are.
 */
import type { Distribution, Network } from "@wangge/des"

/** Exponential times. */
export const exponential = (mean: number): Distribution.Distribution => ({
  kind: "exponential",
  mean
})

/** Customers who come independently, at a constant rate. */
export const poisson = (rate: number): Network.Arrivals => ({ kind: "poisson", rate })

/** One station and one source; `source` has what the source has beside its arrivals. */
export const aDesk = (
  parts: {
    readonly arrivals: Network.Arrivals
    readonly classes?: ReadonlyArray<Network.CustomerClass>
    readonly source?: Partial<Omit<Network.Source, "id" | "arrivals" | "to">>
  } & Omit<Network.Station, "id" | "servers"> & { readonly servers?: Network.Servers }
): Network.Declaration => {
  const { arrivals, classes, source, servers = 1, ...station } = parts
  return {
    ...(classes === undefined ? {} : { classes }),
    sources: [{ id: "street", arrivals, to: "desk", ...source }],
    stations: [{ id: "desk", servers, ...station }]
  }
}

/** Two classes "a" and "b", a before b, each with its own stream of customers and service. */
export const twoClasses = (
  parts: {
    readonly rates: readonly [number, number]
    readonly services: readonly [Distribution.Distribution, Distribution.Distribution]
    readonly priorities?: readonly [number, number]
  } & Omit<Network.Station, "id" | "servers" | "service"> & { readonly servers?: Network.Servers }
): Network.Declaration => {
  const { rates, services, priorities = [0, 1], servers = 1, ...station } = parts
  return {
    classes: [
      { id: "a", priority: priorities[0] },
      { id: "b", priority: priorities[1] }
    ],
    sources: [
      { id: "street a", arrivals: poisson(rates[0]), to: "desk", class: "a" },
      { id: "street b", arrivals: poisson(rates[1]), to: "desk", class: "b" }
    ],
    stations: [
      {
        id: "desk",
        servers,
        service: { kind: "perClass", classes: { a: services[0], b: services[1] } },
        ...station
      }
    ]
  }
}
