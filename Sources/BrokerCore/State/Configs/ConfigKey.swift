/// A config that the broker knows: its name, type, Kafka's default and what it means.
package struct ConfigKey: Sendable {
    package let name: String
    package let type: ConfigValueType
    /// Kafka's default, as text. Nil: no value.
    package let defaultValue: String?
    /// The broker config that gives this topic config its default, if any: `log.retention.ms` for `retention.ms`.
    package let brokerSynonym: String?
    /// Whether clients may alter it. Topic configs always; broker configs when the broker heeds the change at once.
    package let isDynamic: Bool
    package let documentation: String

    init(
        _ name: String, _ type: ConfigValueType, default value: String?, broker: String? = nil,
        dynamic: Bool = true, _ documentation: String
    ) {
        self.name = name
        self.type = type
        self.defaultValue = value
        self.brokerSynonym = broker
        self.isDynamic = dynamic
        self.documentation = documentation
    }
}

/// The configs that one kind of resource knows, in the order in which they are described.
package struct ConfigTable: Sendable {
    package let keys: [ConfigKey]
    private let byName: [String: Int]

    init(_ keys: [ConfigKey]) {
        self.keys = keys
        byName = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1.name, $0) })
    }

    package subscript(name: String) -> ConfigKey? {
        byName[name].map { keys[$0] }
    }

    /// Where in `keys` the config of this name is.
    func place(of name: String) -> Int? { byName[name] }

    /// Why `name` = `value` cannot be, or nil when it can.
    package func complaint(about value: String, for name: String) -> String? {
        guard let key = self[name] else { return "Unknown config name: \(name.quotedForMessage)" }
        return key.type.complaint(about: value)
            .map { "Invalid value \(value.quotedForMessage) for configuration \(name): it \($0)" }
    }
}

extension String {
    /// The text as it may appear in an error message: quoted, control characters dropped, not overlong.
    package var quotedForMessage: String {
        let shown = unicodeScalars.prefix(100).map { $0.properties.generalCategory == .control ? "?" : $0 }
        let more = unicodeScalars.dropFirst(100).isEmpty ? "" : "…"
        var text = "'"
        text.unicodeScalars.append(contentsOf: shown)
        return text + more + "'"
    }
}
