/// Keys (bool, int, uint or string) with their values, in the order in which they were put in.
///
/// Numbers that are equal are one key, whatever their types: `{1: 'a'}[1u]` is 'a'.
package struct ExpressionMap: Sendable {
    /// A key as it is found again.
    enum Key: Hashable, Sendable {
        case bool(Bool)
        case int(Int64)
        /// Only what is too large for `int`.
        case large(UInt64)
        case text(CodePoints)

        /// Nil for what cannot be a key, or, as 1.5, equals none.
        init?(_ value: ExpressionValue) {
            switch value {
            case .bool(let value): self = .bool(value)
            case .int(let value): self = .int(value)
            case .uint(let value): self = Int64(exactly: value).map(Key.int) ?? .large(value)
            case .double(let value):
                if let whole = Int64(exactly: value) {
                    self = .int(whole)
                } else if let whole = UInt64(exactly: value) {
                    self = .large(whole)
                } else {
                    return nil
                }
            case .string(let text): self = .text(CodePoints(text))
            default: return nil
            }
        }
    }

    package private(set) var keys: [ExpressionValue] = []
    package private(set) var values: [ExpressionValue] = []
    private var places: [Key: Int] = [:]

    package init() {}

    /// Of equal keys the last value stays.
    package init(_ entries: some Sequence<(String, ExpressionValue)>) {
        for (key, value) in entries { self[key: .string(key)] = value }
    }

    package var count: Int { keys.count }

    /// Nil where there is no such key. Setting does nothing where the key cannot be one, or the value is nil.
    package subscript(key key: ExpressionValue) -> ExpressionValue? {
        get {
            guard let key = Key(key), let place = places[key] else { return nil }
            return values[place]
        }
        set {
            guard let found = Key(key), let newValue else { return }
            if let place = places[found] {
                values[place] = newValue
            } else {
                places[found] = keys.count
                keys.append(key)
                values.append(newValue)
            }
        }
    }

    /// By text, without a value made of it.
    package subscript(_ name: String) -> ExpressionValue? { places[.text(CodePoints(name))].map { values[$0] } }
}

/// Text that is equal to other text where the code points are: Swift's own strings are also equal where they look alike.
struct CodePoints: Hashable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: Self, right: Self) -> Bool { haveEqualCodePoints(left.text, right.text) }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

func haveEqualCodePoints(_ left: String, _ right: String) -> Bool {
    let (left, right) = (left.utf8, right.utf8)
    return left.count == right.count && left.elementsEqual(right)
}
