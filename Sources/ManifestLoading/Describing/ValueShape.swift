/// What may stand in a field of a manifest: the one description from which checking, the JSON Schemas, the reference and
/// `heddle explain` all follow.
package indirect enum ValueShape: Sendable {
    case text(TextForm)
    case integer(ClosedRange<Int64>)
    case boolean
    /// `7d`, `90s`, `1h30m`, or a plain number of milliseconds.
    case duration(allowsUnlimited: Bool)
    /// `10GiB`, `500MB`, or a plain number of bytes.
    case size(allowsUnlimited: Bool)
    case choice([Choice])
    case list(of: ValueShape, atLeast: Int)
    case map(of: ValueShape, keys: String)
    case object(ObjectDescription)
    /// Told apart by what stands there: a scalar, a list or a mapping. At most one of each.
    case either([ValueShape])
    /// A raw config value: a scalar, `null`, or a list of scalars.
    case setting
    /// `{ fromEnv: NAME }` or `{ fromFile: PATH }`; never the secret itself.
    case secret
    /// Checked where it ends up: the value of an environment's patch.
    case anything
}

/// One value of a field that takes only certain words.
package final class Choice: Sendable {
    package let value: String
    package let documentation: String

    package init(_ value: String, _ documentation: String) {
        self.value = value
        self.documentation = documentation
    }
}

/// A field: what it is called, what it takes, what it means.
///
/// Descriptions are shared by reference: every value of every manifest meets one.
package final class FieldDescription: Sendable {
    package let name: String
    package let shape: ValueShape
    package let isRequired: Bool
    /// What holds where the field is absent, in words or as one would write it.
    package let fallback: String?
    /// As one would write it after the colon, in YAML's flow style.
    package let example: String
    /// Of a map's `example`, what stands behind the first key.
    package let itemExample: String
    /// One or a few sentences, in Markdown.
    package let documentation: String
    /// The first version of Heddle that knows the field.
    package let since: String

    package init(
        _ name: String, _ shape: ValueShape, required: Bool = false, fallback: String? = nil, example: String,
        since: String = "0.1",
        _ documentation: String
    ) {
        self.name = name
        self.shape = shape
        self.isRequired = required
        self.fallback = fallback
        self.example = example
        itemExample = firstItem(of: example)
        self.documentation = documentation
        self.since = since
    }
}

/// Of `{ domain: orders }`, what stands behind the first key; the whole of anything else.
private func firstItem(of example: String) -> String {
    guard example.hasPrefix("{"), let colon = example.firstIndex(of: ":") else { return example }
    var rest = example[example.index(after: colon)...].prefix { $0 != "," && $0 != "}" }
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
}

/// A mapping with known keys.
package final class ObjectDescription: Sendable {
    /// What it is, with its article: "a listener".
    package let noun: String
    package let fields: [FieldDescription]
    /// Of each group, exactly one field must be there.
    package let exactlyOneOf: [[String]]
    /// Of each group, no more than one field may be there.
    package let atMostOneOf: [[String]]
    let required: [FieldDescription]

    package init(
        _ noun: String, exactlyOneOf: [[String]] = [], atMostOneOf: [[String]] = [], _ fields: [FieldDescription]
    ) {
        self.noun = noun
        self.fields = fields
        self.exactlyOneOf = exactlyOneOf
        self.atMostOneOf = atMostOneOf
        required = fields.filter(\.isRequired)
    }

    package func field(_ name: String) -> FieldDescription? {
        fields.first { $0.name == name }
    }
}

extension ValueShape {
    /// With its article: "a duration". For "must be …".
    package var noun: String {
        switch self {
        case .text(let form): form.noun
        case .integer(let range):
            range.lowerBound == 1 && range.upperBound >= Int64(Int32.max) ? "a positive integer" : "an integer"
        case .boolean: "true or false"
        case .duration: "a duration"
        case .size: "a size"
        case .choice(let choices): "one of \(choices.map { "'\($0.value)'" }.joined(separator: ", "))"
        case .list: "a list"
        case .map(_, let keys): "a mapping of \(keys)"
        case .object(let object): object.noun
        case .either(let shapes): shapes.map(\.noun).joined(separator: " or ")
        case .setting: "a string, a number, a boolean, a list of these, or null"
        case .secret: "a reference to a secret"
        case .anything: "a value"
        }
    }
}
