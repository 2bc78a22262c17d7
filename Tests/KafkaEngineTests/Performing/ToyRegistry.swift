import Foundation
import ScriptedRegistry
import Synchronization

/// As much of a schema registry as an engine talks to.
final class ToyRegistry: Sendable {
    struct Version {
        var id: Int
        var body: [String: String]
        var references: String

        func json(_ subject: String, _ number: Int) -> String {
            let type = body["schemaType"].map { #""schemaType":"\#($0)","# } ?? ""
            return #"{"subject":"\#(subject)","version":\#(number),"id":\#(id),\#(type)"references":\#(references),"schema":\#(quoted(body["schema"] ?? ""))}"#
        }
    }

    struct State {
        var subjects: [String: [Version]] = [:]
        var modes: [String: String] = [:]
        var nextId = 1
    }

    typealias Intercept = @Sendable (ScriptedRegistry.Request) -> ScriptedRegistry.Answer?

    let state = Mutex(State())
    private let running = Mutex<ScriptedRegistry?>(nil)

    static func start(intercept: @escaping Intercept = { _ in nil }) async throws -> ToyRegistry {
        let registry = ToyRegistry()
        let server = try await ScriptedRegistry.start { intercept($0) ?? registry.answer($0) }
        registry.running.withLock { $0 = server }
        return registry
    }

    var server: ScriptedRegistry? { running.withLock { $0 } }
    var port: Int { server?.port ?? 0 }
    func stop() async throws { try await server?.stop() }

    /// Another hand's.
    func put(_ subject: String, _ schemas: String..., references: String = "[]") {
        state.withLock { state in
            for schema in schemas {
                state.subjects[subject, default: []].append(Version(id: state.nextId, body: ["schema": schema], references: references))
                state.nextId += 1
            }
        }
    }

    func answer(_ request: ScriptedRegistry.Request) -> ScriptedRegistry.Answer {
        let path = request.uri.prefix { $0 != "?" }.split(separator: "/").map { $0.removingPercentEncoding ?? "" }
        return state.withLock { state in
            switch (request.method, path.first ?? "", path.count) {
            case ("GET", "config", 1): return .ok(#"{"compatibilityLevel":"BACKWARD"}"#)
            case ("GET", "config", 2): return state.modes[path[1]].map { .ok(#"{"compatibilityLevel":"\#($0)"}"#) } ?? .error(404, 40408)
            case ("PUT", "config", 2):
                state.modes[path[1]] = fields(request.body)["compatibility"]
                return .ok(request.body)
            case ("DELETE", "config", 2):
                return state.modes.removeValue(forKey: path[1]) == nil ? .error(404, 40408) : .ok(#"{"compatibilityLevel":"BACKWARD"}"#)
            case ("GET", "subjects", 3):
                guard let versions = state.subjects[path[1]] else { return .error(404, 40401) }
                return .ok("[\((1...versions.count).map(String.init).joined(separator: ","))]")
            case ("GET", "subjects", 4):
                guard let versions = state.subjects[path[1]] else { return .error(404, 40401) }
                let number = path[3] == "latest" ? versions.count : Int(path[3]) ?? 0
                guard versions.indices.contains(number - 1) else { return .error(404, 40402) }
                return .ok(versions[number - 1].json(path[1], number))
            case ("POST", "subjects", 2):
                guard let versions = state.subjects[path[1]] else { return .error(404, 40401) }
                guard let index = versions.firstIndex(where: { $0.isSame(as: request.body) }) else { return .error(404, 40403) }
                return .ok(versions[index].json(path[1], index + 1))
            case ("POST", "subjects", 3):
                if let there = state.subjects[path[1]]?.first(where: { $0.isSame(as: request.body) }) { return .ok(#"{"id":\#(there.id)}"#) }
                state.subjects[path[1], default: []].append(Version(id: state.nextId, body: fields(request.body), references: toyReferences(request.body)))
                state.nextId += 1
                return .ok(#"{"id":\#(state.nextId - 1)}"#)
            case ("DELETE", "subjects", 2): return state.subjects.removeValue(forKey: path[1]) == nil ? .error(404, 40401) : .ok("[1]")
            default: return .error(404, 404)
            }
        }
    }
}

extension ToyRegistry.Version {
    func isSame(as text: String) -> Bool { body == fields(text) && references == toyReferences(text) }
}

/// The texts of an object.
private func fields(_ json: String) -> [String: String] {
    let object = (try? JSONSerialization.jsonObject(with: Data(json.utf8))) as? [String: Any] ?? [:]
    return object.compactMapValues { $0 as? String }
}

/// Its references, always written alike.
private func toyReferences(_ json: String) -> String {
    let object = (try? JSONSerialization.jsonObject(with: Data(json.utf8))) as? [String: Any] ?? [:]
    guard let references = object["references"], let data = try? JSONSerialization.data(withJSONObject: references, options: .sortedKeys) else { return "[]" }
    return String(decoding: data, as: UTF8.self)
}

private func quoted(_ text: String) -> String { String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self) }
