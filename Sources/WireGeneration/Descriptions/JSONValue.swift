import Foundation

/// JSON as a value. Objects lose the order of their members, which no description relies on.
enum JSONValue: Decodable, Equatable {
    case null
    case bool(Bool)
    case integer(Int64)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    static func parse(_ data: Data, file: String) throws(DescriptionError) -> JSONValue {
        do {
            return try JSONDecoder().decode(JSONValue.self, from: data)
        } catch {
            throw DescriptionError(place: file, reason: "not JSON that a description can hold: \(error)")
        }
    }
}

/// One JSON object, read member by member; `finish` refuses members that nobody asked for.
struct JSONObject {
    let place: String
    private var members: [String: JSONValue]

    init(_ value: JSONValue, place: String) throws(DescriptionError) {
        guard case .object(let members) = value else {
            throw DescriptionError(place: place, reason: "an object is expected")
        }
        self.place = place
        self.members = members
    }

    mutating func take(_ name: String) -> JSONValue? { members.removeValue(forKey: name) }

    mutating func string(_ name: String) throws(DescriptionError) -> String? {
        switch take(name) {
        case nil: return nil
        case .string(let text): return text
        default: throw error("\(name) is not a string")
        }
    }

    mutating func integer(_ name: String) throws(DescriptionError) -> Int64? {
        switch take(name) {
        case nil: return nil
        case .integer(let value): return value
        default: throw error("\(name) is not a whole number")
        }
    }

    mutating func bool(_ name: String) throws(DescriptionError) -> Bool? {
        switch take(name) {
        case nil: return nil
        case .bool(let value): return value
        default: throw error("\(name) is not true or false")
        }
    }

    mutating func array(_ name: String) throws(DescriptionError) -> [JSONValue]? {
        switch take(name) {
        case nil: return nil
        case .array(let values): return values
        default: throw error("\(name) is not an array")
        }
    }

    mutating func versions(_ name: String) throws(DescriptionError) -> VersionRange? {
        guard let text = try string(name) else { return nil }
        guard let range = VersionRange(text) else { throw error("\(name) “\(text)” is not a version range") }
        return range
    }

    func required<Value>(_ value: Value?, _ name: String) throws(DescriptionError) -> Value {
        guard let value else { throw error("\(name) is missing") }
        return value
    }

    func finish() throws(DescriptionError) {
        if let extra = members.keys.min() { throw error("\(extra) is not a member that a description has") }
    }

    func error(_ reason: String) -> DescriptionError { DescriptionError(place: place, reason: reason) }
}
