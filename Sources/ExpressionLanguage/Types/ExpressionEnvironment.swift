/// What an expression may name: variables with their types, kinds of objects, functions.
///
///     var environment = ExpressionEnvironment()
///     environment.declare(ExpressionObjectType("Topic", fields: ["name": .string, "partitions": .int]))
///     environment.variables["topic"] = .object("Topic")
package struct ExpressionEnvironment: Sendable {
    /// A name may have dots: `request.time` is a variable of its own.
    package var variables: [String: ExpressionType] = [:]
    package private(set) var objectTypes: [String: ExpressionObjectType] = [:]
    package private(set) var functions: [String: ExpressionFunction]
    /// Names are looked for in this namespace and those round it, too (CEL specification, "Name resolution").
    package var container = ""
    /// Whether text that `timestamp`, `duration`, `matches` and their like are given as literals is checked before evaluation.
    package var checksLiterals = true

    /// With the whole standard library and the extensions.
    package init() { functions = FunctionLibrary.all }

    package mutating func declare(_ type: ExpressionObjectType) { objectTypes[type.name] = type }

    /// Replaces a function of the same name.
    package mutating func declare(_ function: ExpressionFunction) { functions[function.name] = function }
}

extension ExpressionEnvironment {
    /// What a name without dots at its end stands for.
    enum Meaning {
        case variable(String, ExpressionType)
        case type(ExpressionType)
    }

    /// `x.y` in the container `a.b` may be `a.b.x.y`, `a.x.y` or `x.y`: the innermost that there is.
    func meaning(of name: String, isAbsolute: Bool) -> Meaning? {
        for candidate in candidates(for: name, isAbsolute: isAbsolute) {
            if let type = variables[candidate] { return .variable(candidate, type) }
            if let type = Self.typeNames[candidate] { return .type(type) }
            if objectTypes[candidate] != nil { return .type(.object(candidate)) }
        }
        return nil
    }

    func function(named name: String, isAbsolute: Bool = false) -> ExpressionFunction? {
        if container.isEmpty { return functions[name] }
        for candidate in candidates(for: name, isAbsolute: isAbsolute) {
            if let function = functions[candidate] { return function }
        }
        return nil
    }

    func candidates(for name: String, isAbsolute: Bool) -> [String] {
        if isAbsolute || container.isEmpty { return [name] }
        var candidates: [String] = []
        var prefix = container[...]
        while true {
            candidates.append("\(prefix).\(name)")
            guard let dot = prefix.lastIndex(of: ".") else { return candidates + [name] }
            prefix = prefix[..<dot]
        }
    }

    static let typeNames: [String: ExpressionType] = [
        "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string, "bytes": .bytes, "list": .list(.dyn),
        "map": .map(.dyn, .dyn), "null_type": .null, "type": .type(.dyn), "optional_type": .optional(.dyn),
        "google.protobuf.Timestamp": .timestamp, "google.protobuf.Duration": .duration,
    ]
}
