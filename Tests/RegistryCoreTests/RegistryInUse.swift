import LocatedJSON
import RegistryCore
import TestSupport
import Testing

/// A registry whose log is a list: what it answers is written and read back at once, as bytes.
struct RegistryInUse {
    private(set) var registry = Registry()
    private(set) var log: [(key: [UInt8], value: [UInt8]?)] = []

    struct Answer {
        var status: Int
        var text: String
        var body: JSONTree
        var code: Int { if case .number(let code) = body["error_code"] { Int(code) } else { 0 } }
    }

    @discardableResult
    mutating func call(_ method: String, _ target: String, _ body: String = "") -> Answer {
        let answer = registry.answer(RegistryRequest(method, target, body: body))
        for record in answer.records {
            let (key, value) = record.encoded
            take(key: key, value: value)
        }
        return Answer(status: answer.status, text: answer.body, body: (try? JSONTree(parsing: answer.body)) ?? .null)
    }

    private mutating func take(key: [UInt8], value: [UInt8]?) {
        log.append((key, value))
        do {
            try registry.apply(try readRegistryRecord(key: key, value: value))
        } catch {
            Issue.record("a record of ours is refused: \(error.message) \(String(decoding: key, as: UTF8.self))")
        }
    }

    mutating func get(_ target: String) -> Answer { call("GET", target) }

    /// A body that names a schema.
    static func submission(
        _ schema: String, type: String? = nil, references: [(name: String, subject: String, version: Int)] = [], more: String = ""
    ) -> String {
        var members = ["\"schema\":" + jsonText(schema)]
        if let type { members.append("\"schemaType\":\"\(type)\"") }
        if !references.isEmpty {
            let list = references.map { "{\"name\":\(jsonText($0.name)),\"subject\":\(jsonText($0.subject)),\"version\":\($0.version)}" }
            members.append("\"references\":[\(list.joined(separator: ","))]")
        }
        if !more.isEmpty { members.append(more) }
        return "{\(members.joined(separator: ","))}"
    }

    @discardableResult
    mutating func register(
        _ subject: String, _ schema: String, type: String? = nil, references: [(name: String, subject: String, version: Int)] = [],
        more: String = "", query: String = ""
    ) -> Answer {
        call("POST", "/subjects/\(subject)/versions\(query)", Self.submission(schema, type: type, references: references, more: more))
    }

    /// A registry that has read the log from its start.
    func replayed() -> Registry {
        var registry = Registry()
        for (key, value) in log {
            do {
                try registry.apply(try readRegistryRecord(key: key, value: value))
            } catch {
                Issue.record("a record of ours is refused: \(error.message)")
            }
        }
        return registry
    }

    /// And one that has read what compaction leaves of it.
    func replayedCompacted() -> Registry {
        var last: [[UInt8]: Int] = [:]
        for (index, record) in log.enumerated() { last[record.key] = index }
        var registry = Registry()
        for (index, record) in log.enumerated() where last[record.key] == index {
            try? registry.apply((try? readRegistryRecord(key: record.key, value: record.value)) ?? .nothing)
        }
        return registry
    }
}

/// An Avro record with fields of type long; `name?` has a default.
func record(_ fields: String..., name: String = "Order") -> String {
    let list = fields.map { field in
        field.hasSuffix("?")
            ? "{\"name\":\"\(field.dropLast())\",\"type\":\"long\",\"default\":0}" : "{\"name\":\"\(field)\",\"type\":\"long\"}"
    }
    return "{\"type\":\"record\",\"name\":\"\(name)\",\"fields\":[\(list.joined(separator: ","))]}"
}
