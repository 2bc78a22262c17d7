/// One thing that can be asked: the table of all of them is the interface.
package struct Endpoint: Sendable {
    package let method: String
    /// `/subjects/{subject}/versions`
    package let template: String
    let answer: @Sendable (Registry, Call) throws(RegistryError) -> RegistryAnswer
    private let parts: [Substring]

    init(
        _ method: String, _ template: String, _ answer: @escaping @Sendable (Registry, Call) throws(RegistryError) -> RegistryAnswer
    ) {
        self.method = method
        self.template = template
        self.answer = answer
        parts = template.split(separator: "/")
    }

    package static let all: [Endpoint] = about + schemas + subjects + versions + compatibility + configs + modes

    /// - Throws: 404 where no endpoint has the path, 405 where one has, but not with this method.
    static func find(_ method: String, _ segments: [String]) throws(RegistryError) -> (Endpoint, [String: String]) {
        var isKnownPath = false
        for endpoint in all {
            guard let parameters = endpoint.match(segments) else { continue }
            if endpoint.method == method { return (endpoint, parameters) }
            isKnownPath = true
        }
        throw isKnownPath ? .unknownMethod : .unknownPath
    }

    private func match(_ segments: [String]) -> [String: String]? {
        guard segments.count == parts.count else { return nil }
        var parameters: [String: String] = [:]
        for (part, segment) in zip(parts, segments) {
            if part.hasPrefix("{") {
                parameters[String(part.dropFirst().dropLast())] = segment
            } else if part != segment {
                return nil
            }
        }
        return parameters
    }
}
