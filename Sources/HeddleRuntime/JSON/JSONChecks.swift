/// What schemas ask beyond a value's type; generated code calls these where `constraints` are asked for.
public enum JSONChecks {
    /// In Unicode scalars.
    @inlinable
    public static func length(_ text: String, _ minimum: Int, _ maximum: Int = .max) throws(CodecError) -> String {
        let count = text.unicodeScalars.count
        guard count >= minimum, count <= maximum else { throw failure("a text of \(count) characters, where \(bounds(minimum, maximum)) are allowed") }
        return text
    }

    @inlinable
    public static func count<Value: Collection>(_ value: Value, _ minimum: Int, _ maximum: Int = .max) throws(CodecError) -> Value {
        let count = value.count
        guard count >= minimum, count <= maximum else { throw failure("\(count) elements, where \(bounds(minimum, maximum)) are allowed") }
        return value
    }

    @inlinable
    public static func unique<Element: Hashable>(_ elements: [Element]) throws(CodecError) -> [Element] {
        guard elements.count < 2 || Set(elements).count == elements.count else { throw failure("an element that occurs twice") }
        return elements
    }

    @inlinable
    public static func range<Value: Comparable>(
        _ value: Value, from minimum: Value? = nil, to maximum: Value? = nil, above: Value? = nil, below: Value? = nil
    ) throws(CodecError) -> Value {
        if let minimum, value < minimum { throw failure("below the least value, \(minimum)") }
        if let maximum, value > maximum { throw failure("above the greatest value, \(maximum)") }
        if let above, value <= above { throw failure("not above \(above)") }
        if let below, value >= below { throw failure("not below \(below)") }
        return value
    }

    @inlinable
    public static func multiple<Value: BinaryInteger>(_ value: Value, of divisor: Value) throws(CodecError) -> Value {
        guard value % divisor == 0 else { throw failure("not a multiple of \(divisor)") }
        return value
    }

    @usableFromInline
    static func bounds(_ minimum: Int, _ maximum: Int) -> String { maximum == .max ? "\(minimum) or more" : "\(minimum) to \(maximum)" }

    @inline(never) @usableFromInline
    static func failure(_ what: String) -> CodecError { CodecError(.outOfRange(what)) }
}

extension CodecError {
    /// The same error, at a place in the input where it has none yet.
    @inline(never)
    public consuming func placed(at offset: Int) -> CodecError {
        if self.offset < 0 { self.offset = offset }
        return self
    }
}

extension CodecError {
    /// Told from the object whose member it lies in; a negative index is none of them.
    @inline(never)
    public consuming func inMember(_ index: Int, of names: [String], at offset: Int) -> CodecError {
        let error = placed(at: offset)
        return names.indices.contains(index) ? error.within(.field(names[index])) : error
    }

    /// A member that the schema requires and the object does not have.
    @inline(never)
    public static func missingMember(_ name: StaticString, at offset: Int) -> CodecError {
        CodecError(.malformed(expected: "the member '\(name)'"), at: offset)
    }
}
