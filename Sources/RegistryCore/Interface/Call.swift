import Determinism
import LocatedJSON

/// A request taken apart.
struct Call: Sendable {
    let method: String
    /// Of the path, without percent signs; `/contexts/.eu` in front is taken off.
    private(set) var segments: [String]
    /// The context that stood in front of the path.
    private(set) var context: String?
    /// What stood in the path in place of the template's names.
    var parameters: [String: String] = [:]
    private let query: [(name: String, value: String)]
    private let body: [UInt8]

    init(_ request: RegistryRequest) throws(RegistryError) {
        method = request.method
        body = request.body
        var segments: [String] = []
        for part in request.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            guard let segment = percentDecoded(part) else {
                throw .badRequest("the path has a percent sign that stands for nothing")
            }
            segments.append(segment)
        }
        if segments.last == "" { segments.removeLast() }
        if segments.count > 2, segments[0] == "contexts" {
            let name = segments[1].hasPrefix(":") ? String(segments[1].dropFirst().prefix { $0 != ":" }) : segments[1]
            context = name.hasPrefix(".") ? name : "." + name
            segments.removeFirst(2)
        }
        self.segments = segments
        var query: [(name: String, value: String)] = []
        for pair in request.query.split(separator: "&").prefix(1_000) {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = percentDecoded(parts[0], plusIsSpace: true),
                let value = percentDecoded(parts.count > 1 ? parts[1] : "", plusIsSpace: true)
            else { throw .badRequest("the query has a percent sign that stands for nothing") }
            query.append((name, value))
        }
        self.query = query
    }

    // MARK: Query

    func value(_ name: String) -> String? { query.first { $0.name == name }?.value }

    func values(_ name: String) -> [String] { query.filter { $0.name == name }.map(\.value) }

    /// As Java reads one: whatever is not `true`, in any case of letters, is false.
    func flag(_ name: String) -> Bool { value(name)?.lowercased() == "true" }

    /// `deletedOnly`; confluent-kafka's client for Python calls it `deleted_only`.
    var asksForDeletedOnly: Bool { flag("deletedOnly") || flag("deleted_only") }

    var deleted: DeletedVersions { asksForDeletedOnly ? .only : flag("deleted") ? .included : .left }

    /// The part of a list that `offset` and `limit` ask for. A limit below 1 is none.
    func page<Element>(_ all: [Element]) -> [Element] {
        let offset = max(0, value("offset").flatMap { Int($0) } ?? 0)
        let limit = value("limit").flatMap { Int($0) } ?? -1
        let rest = all.dropFirst(offset)
        return Array(limit < 1 ? rest : rest.prefix(limit))
    }

    // MARK: Subjects

    /// The subject that the path names, in the context that stands in front of it.
    var subject: SubjectName { qualified(parameters["subject"] ?? "") }

    func qualified(_ text: String) -> SubjectName {
        let subject = SubjectName(text)
        guard let wideScope, subject.context == SubjectName.defaultContext else { return subject }
        return SubjectName(wideScope.text + subject.text)
    }

    /// What a setting without a subject is of: the context in front of the path, or all.
    var wideScope: SubjectName? {
        guard let context, context != SubjectName.defaultContext else { return nil }
        return SubjectName(":\(context):")
    }

    // MARK: Body

    func json() throws(RegistryError) -> JSONNode {
        var limits = JSONLimits()
        limits.allowsDuplicateKeys = true
        do {
            let node = try parseJSONPayload(body, limits: limits)
            guard node.object != nil else { throw RegistryError.badRequest("the body is not a JSON object") }
            return node
        } catch let problem as JSONProblem {
            throw .badRequest("the body is not JSON: \(problem.diagnostic.message)")
        } catch {
            throw .badRequest("the body is not a JSON object")
        }
    }
}
