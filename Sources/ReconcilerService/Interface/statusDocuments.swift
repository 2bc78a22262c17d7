import Determinism
import MeshControl
import PlanFiles

/// The shapes are those of Specs/http/controller.openapi.yaml; they change only by adding.
let interfaceFormatVersion = "1.0"

extension StatusBoard.View {
    func document(version: String) -> JSONValue {
        .record(
            ("formatVersion", .string(interfaceFormatVersion)),
            (
                "controller",
                .record(
                    ("name", .string(name)), ("heddleVersion", .string(version)), ("startedAt", .time(startedAt)),
                    ("state", .string(isStopping ? "stopping" : "running")), ("ready", .bool(reasonNotReady == nil)))
            ), ("source", source.document), ("clusters", .array(clusters.keys.sorted().compactMap { clusters[$0]?.json })))
    }

    /// Why it does not do its work yet, or no more; nil where it does.
    var reasonNotReady: String? {
        if isStopping { return "the controller is stopping" }
        if source.goodAt == nil { return source.problem.map { "the manifests: \($0.message)" } ?? "the manifests were not read yet" }
        return nil
    }
}

extension StatusBoard.Source {
    var document: JSONValue {
        .record(
            ("readAt", readAt.json { .time($0) }), ("goodAt", goodAt.json { .time($0) }), ("repository", repository.json), ("revision", revision.json),
            (
                "problem",
                problem.json { problem in
                    .record(
                        ("kind", .string(problem.kind.rawValue)), ("message", .string(problem.message)), ("revision", problem.revision.json),
                        ("diagnostics", .strings(problem.diagnostics)))
                }
            ))
    }
}

extension ClusterStatus {
    var document: JSONValue { versioned(json) }
}

extension ResourceListing.Row {
    var json: JSONValue {
        guard case .object(let members) = status.json else { return status.json }
        return .object(members.prefix(1) + [JSONPair("kind", .string(status.address.kind.rawValue)), JSONPair("cluster", .string(cluster))] + members.dropFirst())
    }

    var document: JSONValue { versioned(json) }
}

extension ResourceListing.Page {
    var document: JSONValue {
        .record(
            ("formatVersion", .string(interfaceFormatVersion)), ("total", .number(total)), ("items", .array(rows.map(\.json))), ("next", next.json))
    }
}

private func versioned(_ document: JSONValue) -> JSONValue {
    guard case .object(let members) = document else { return document }
    return .object([JSONPair("formatVersion", .string(interfaceFormatVersion))] + members)
}
