import Determinism
import MeshControl
import MeshModel

/// Every resource of every cluster, by cluster and then by address as text.
struct ResourceListing: Sendable {
    struct Row: Sendable {
        var cluster: String
        var status: ResourceStatus
        /// Where it stands in the listing.
        var place: String

        init(_ status: ResourceStatus, in cluster: String) {
            self.cluster = cluster
            self.status = status
            place = "\(cluster) \(status.address)"
        }
    }

    struct Page {
        var rows: ArraySlice<Row>
        /// Of those that the query finds, on whatever page.
        var total: Int
        /// Of the last row where there are more.
        var next: String?
    }

    private(set) var rows: [Row]

    init(_ resources: [String: [ResourceStatus]]) {
        rows = resources.flatMap { cluster, statuses in statuses.map { Row($0, in: cluster) } }
        rows.sort { $0.place.utf8.lexicographicallyPrecedes($1.place.utf8) }
    }

    func page(_ query: ResourceQuery) -> Page {
        let found = rows.filter(query.matches)
        let start = query.after.map { after in found.firstIndex { after.utf8.lexicographicallyPrecedes($0.place.utf8) } ?? found.endIndex } ?? 0
        let rows = found[start...].prefix(query.limit)
        return Page(rows: rows, total: found.count, next: rows.endIndex < found.endIndex ? rows.last?.place : nil)
    }
}

/// Which resources are asked for.
struct ResourceQuery: Equatable {
    static let mostAtOnce = 1000

    var cluster: String?
    var condition: Condition.Kind?
    /// Of `condition`, for which it is True where nothing is said; of any where none is named.
    var state: Condition.State?
    var kind: ResourceAddress.Kind?
    var limit = 100
    /// The place of the last one of the page before.
    var after: String?

    init() {}

    init(_ parameters: [String: String]) throws(InterfaceProblem) {
        cluster = parameters["cluster"]
        after = parameters["after"]
        condition = try Self.word("condition", parameters)
        state = try Self.word("state", parameters)
        kind = try Self.word("kind", parameters)
        if let text = parameters["limit"] {
            guard let number = Int(text), (1...Self.mostAtOnce).contains(number), text.allSatisfy(\.isNumber) else {
                throw InterfaceProblem(400, "'limit' is a number from 1 to \(Self.mostAtOnce)")
            }
            limit = number
        }
    }

    private static func word<Word: RawRepresentable & CaseIterable>(
        _ name: String, _ parameters: [String: String]
    ) throws(InterfaceProblem) -> Word? where Word.RawValue == String {
        guard let text = parameters[name] else { return nil }
        guard let word = Word(rawValue: text) else {
            throw InterfaceProblem(400, "'\(name)' is one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return word
    }

    func matches(_ row: ResourceListing.Row) -> Bool {
        if let cluster, row.cluster != cluster { return false }
        if let kind, row.status.address.kind != kind { return false }
        if let condition { return row.status[condition]?.state == state ?? .yes }
        if let state { return row.status.conditions.contains { $0.state == state } }
        return true
    }
}

/// The query's parameters by name.
func queryParameters(_ query: some StringProtocol, allowed: Set<String>) throws(InterfaceProblem) -> [String: String] {
    var found: [String: String] = [:]
    for part in query.split(separator: "&") {
        let pieces = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let value = pieces.count > 1 ? pieces[1] : ""
        // Forms write a space as a plus sign.
        guard let name = percentDecoded(pieces[0]), let value = percentDecoded(value, plusIsSpace: true) else {
            throw InterfaceProblem(400, "the query holds a percent sign that stands for nothing")
        }
        guard allowed.contains(name) else { throw InterfaceProblem(400, "there is no such parameter here as '\(name.prefix(100))'") }
        guard found.updateValue(value, forKey: name) == nil else { throw InterfaceProblem(400, "'\(name)' is given twice") }
    }
    return found
}
