/// One step of an IncrementalAlterConfigs. Raw values are the codes on the wire.
enum ConfigOperation: Int8 {
    case set = 0, delete = 1, append = 2, subtract = 3
}

/// Why a change of configs is refused.
struct ConfigComplaint: Error, Equatable {
    var message: String
}

extension ConfigTable {
    /// Longest value that is kept: what a string on the wire holds.
    static let maxValueLength = Int(Int16.max)

    /// Applies one step to `configs`, the resource's own values. `inherited` tells what counts without them: a
    /// list is appended to that.
    func apply(
        _ operation: ConfigOperation, _ name: String, _ value: String?, to configs: inout [String: String],
        inherited: (ConfigKey) -> String?
    ) throws(ConfigComplaint) {
        guard let key = self[name] else {
            throw ConfigComplaint(message: "Unknown config name: \(name.quotedForMessage)")
        }
        guard key.isDynamic else {
            throw ConfigComplaint(message: "The config \(name) can not be altered while the broker runs.")
        }
        switch operation {
        case .delete:
            configs[name] = nil
        case .set:
            guard let value else { throw ConfigComplaint(message: "Null value not supported for config \(name).") }
            configs[name] = try checked(value, key)
        case .append, .subtract:
            guard key.type.isList else {
                throw ConfigComplaint(
                    message: "The config \(name) is not a list, so that APPEND and SUBTRACT do not fit.")
            }
            guard let value else { throw ConfigComplaint(message: "Null value not supported for config \(name).") }
            var words = (configs[name] ?? inherited(key) ?? "").configWords
            let given = value.configWords
            if operation == .append {
                words += given.filter { !words.contains($0) }
            } else {
                words.removeAll(where: given.contains)
            }
            configs[name] = try checked(words.joined(separator: ","), key)
        }
    }

    private static let longestSubject = 1_000

    private static func canBeSubject(_ word: String) -> Bool {
        word.utf8.count <= longestSubject && !word.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }

    /// `value` as it is kept, if it can be.
    func checked(_ value: String, _ key: ConfigKey) throws(ConfigComplaint) -> String {
        guard value.utf8.count <= Self.maxValueLength else {
            throw ConfigComplaint(message: "The value of \(key.name) is longer than \(Self.maxValueLength) bytes.")
        }
        if let complaint = complaint(about: value, for: key.name) { throw ConfigComplaint(message: complaint) }
        if key.name == "remote.storage.enable", value.trimmedASCII.lowercased() == "true" {
            throw ConfigComplaint(
                message: "Tiered storage is not available on this broker, so remote.storage.enable cannot be true.")
        }
        if key.name == "heddle.key.subjects" || key.name == "heddle.value.subjects" {
            for subject in value.configWords where !Self.canBeSubject(subject) {
                throw ConfigComplaint(
                    message: "Invalid value \(value.quotedForMessage) for configuration \(key.name): \(subject.quotedForMessage)"
                        + " cannot be a subject, which has no control characters and at most \(Self.longestSubject) bytes")
            }
        }
        switch key.type {
        case .boolean: return String(value.trimmedASCII).lowercased()
        case .int, .long, .double: return String(value.trimmedASCII)
        case .string, .list: return value
        }
    }
}
