/// Everything that the service answers, by path.
package enum Endpoint: String, CaseIterable, Sendable {
  case render = "/render"
  case merge = "/merge"
  case check = "/check"
  case compare = "/compare"
  case layouts = "/layouts"
  case layout = "/layouts/{name}"
  case schema = "/schema/{name}"
  case health = "/healthz"
  case ready = "/readyz"
  case metrics = "/metrics"
  case description = "/openapi.json"

  /// The endpoint of a path, and the name that the path ends in; nil for no path of the service's.
  package static func find(_ path: String) -> (endpoint: Endpoint, name: String?)? {
    if let endpoint = Endpoint(rawValue: path), !path.contains("{") { return (endpoint, nil) }
    for endpoint in [Endpoint.layout, .schema] {
      let start = endpoint.rawValue.dropLast("{name}".count)
      let name = path.dropFirst(start.count)
      if path.hasPrefix(start), !name.isEmpty, !name.contains("/") {
        return (endpoint, String(name))
      }
    }
    return nil
  }

  /// The methods that it is asked by, first the one that is meant.
  package var methods: [String] {
    switch self {
    case .render, .merge, .check, .compare: ["POST"]
    default: ["GET", "HEAD"]
    }
  }
}
