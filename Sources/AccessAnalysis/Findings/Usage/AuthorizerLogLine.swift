import Determinism
import MeshModel

/// One line of Kafka's `kafka.authorizer.logger`, as StandardAuthorizer and AclAuthorizer write it:
///
///     [2026-03-12 13:51:55,904] DEBUG Principal = User:checkout is Allowed operation = WRITE from host = 10.0.0.7 on resource =
///     Topic:LITERAL:orders.created for request = Produce with resourceRefCount = 1 based on rule … (kafka.authorizer.logger)
///
/// What stands before and behind depends on the layout; dates are looked for there, also in JSON layouts. A date without a time
/// zone is taken for UTC.
struct AuthorizerLogLine: Sendable, Hashable {
    var principal: String
    var isAllowed: Bool
    var operation: AccessRule.Operation
    var host: String
    var type: AccessRule.ResourceType
    var name: String
    /// nil: the line has no date that is understood.
    var time: Instant?
    /// At TRACE Kafka tells what it only wondered about: nothing was asked for or got.
    var isWondering: Bool

    /// nil where the line has the words and not the form; the caller has seen the words.
    init?(_ line: ArraySlice<UInt8>, at marker: Int) {
        let start = marker + Self.marker.count
        let body = line[start...]
        guard let verdict = firstVerdict(in: body), let hostStart = body[verdict.end...].firstRange(of: Self.fromHost),
            let resourceStart = body[hostStart.upperBound...].firstRange(of: Self.onResource),
            let operation = Self.operations[folded(body[verdict.end..<hostStart.lowerBound])]
        else { return nil }
        let resource = body[resourceStart.upperBound...]
        guard let typeEnd = resource.firstIndex(of: UInt8(ascii: ":")), let patternEnd = resource[(typeEnd + 1)...].firstIndex(of: UInt8(ascii: ":")),
            let type = Self.types[folded(resource[..<typeEnd])]
        else { return nil }
        let nameStart = patternEnd + 1
        // Names of groups are free text: the last mark counts.
        let end = resource[nameStart...].lastRange(of: Self.forRequest)?.lowerBound ?? resource.endIndex
        guard nameStart < end else { return nil }
        let host = body[hostStart.upperBound..<resourceStart.lowerBound].prefix { $0 != UInt8(ascii: " ") }
        guard !host.isEmpty, verdict.start > start else { return nil }
        principal = String(decoding: body[start..<verdict.start], as: UTF8.self)
        isAllowed = verdict.isAllowed
        self.operation = operation
        self.host = String(decoding: host, as: UTF8.self)
        self.type = type
        name = String(decoding: resource[nameStart..<end], as: UTF8.self)
        let head = line[..<marker]
        time = LogTime.last(in: head) ?? LogTime.last(in: line[(verdict.end)...])
        isWondering = head.firstRange(of: Self.trace) != nil
    }

    static let marker = Array("Principal = ".utf8)
    private static let fromHost = Array(" from host = ".utf8)
    private static let onResource = Array(" on resource = ".utf8)
    private static let forRequest = Array(" for request = ".utf8)
    private static let trace = Array("TRACE".utf8)
    private static let operations = Dictionary(uniqueKeysWithValues: AccessRule.Operation.allCases.map { (folded(Array($0.rawValue.utf8)[...]), $0) })
    private static let types = Dictionary(uniqueKeysWithValues: AccessRule.ResourceType.allCases.map { (folded(Array($0.rawValue.utf8)[...]), $0) })
}

/// `DESCRIBE_CONFIGS`, `DescribeConfigs` and `describe-configs` alike.
private func folded(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.count <= 40 else { return "" }
    return String(decoding: bytes.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }, as: UTF8.self).lowercased()
}

private func firstVerdict(in bytes: ArraySlice<UInt8>) -> (start: Int, end: Int, isAllowed: Bool)? {
    var from = bytes.startIndex
    while let found = bytes[from...].firstRange(of: verdictStart) {
        for (word, isAllowed) in verdicts {
            let rest = bytes[found.upperBound...]
            guard rest.starts(with: word) else { continue }
            let tail = rest.dropFirst(word.count)
            // Older authorizers write it with a capital.
            if tail.starts(with: operationSmall) || tail.starts(with: operationCapital) {
                return (found.lowerBound, found.upperBound + word.count + operationSmall.count, isAllowed)
            }
        }
        from = found.upperBound
    }
    return nil
}

private let verdictStart = Array(" is ".utf8)
private let verdicts = [(Array("Allowed".utf8), true), (Array("Denied".utf8), false)]
private let operationSmall = Array(" operation = ".utf8)
private let operationCapital = Array(" Operation = ".utf8)

extension ArraySlice<UInt8> {
    func firstRange(of wanted: [UInt8]) -> Range<Int>? {
        guard let first = wanted.first, count >= wanted.count else { return nil }
        var place = startIndex
        let last = endIndex - wanted.count
        while place <= last {
            if self[place] == first, self[place..<(place + wanted.count)].elementsEqual(wanted) { return place..<(place + wanted.count) }
            place += 1
        }
        return nil
    }

    func lastRange(of wanted: [UInt8]) -> Range<Int>? {
        guard let first = wanted.first, count >= wanted.count else { return nil }
        var place = endIndex - wanted.count
        while place >= startIndex {
            if self[place] == first, self[place..<(place + wanted.count)].elementsEqual(wanted) { return place..<(place + wanted.count) }
            place -= 1
        }
        return nil
    }
}
