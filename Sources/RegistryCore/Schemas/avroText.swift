import LocatedJSON

/// An Avro schema as text without space, with its attributes in the order in which the Java library writes them (Apache Avro
/// 1.12, Schema.toString): types that say no more than their name as that name, names in the namespace around them without
/// it, what is the default left out. Two texts that come out alike are one schema; documentation, defaults, aliases and
/// properties of one's own count.
///
/// - Parameters:
///   - sortsProperties: whether properties that Avro does not know are put in order.
///   - definitions: of other schemas, by full name, to be written in place of the first use of their name.
func avroText(_ root: JSONNode, sortsProperties: Bool, definitions: [String: JSONNode] = [:]) -> String {
    var printer = AvroTextPrinter(sortsProperties: sortsProperties, definitions: definitions)
    printer.print(root, namespace: nil)
    return printer.text
}

/// The full name of a record, an enum or a fixed; nil of anything else.
func avroFullName(_ node: JSONNode, in namespace: String?) -> String? {
    guard let name = node["name"]?.string else { return nil }
    if name.contains(".") { return name }
    let space = node["namespace"]?.string ?? namespace ?? ""
    return space.isEmpty ? name : "\(space).\(name)"
}

private struct AvroTextPrinter {
    let sortsProperties: Bool
    var definitions: [String: JSONNode]
    private(set) var text = ""

    private static let primitives: Set<String> = ["null", "boolean", "int", "long", "float", "double", "bytes", "string"]
    private static let ofTypes: Set<String> = [
        "type", "name", "namespace", "doc", "fields", "symbols", "items", "values", "size", "aliases",
    ]
    private static let ofFields: Set<String> = ["name", "type", "doc", "default", "order", "aliases"]

    init(sortsProperties: Bool, definitions: [String: JSONNode]) {
        self.sortsProperties = sortsProperties
        self.definitions = definitions
    }

    mutating func print(_ node: JSONNode, namespace: String?) {
        switch node.content {
        case .string(let name): print(name: name, namespace: namespace)
        case .array(let branches): list(branches) { $0.print($1, namespace: namespace) }
        case .object: print(object: node, namespace: namespace)
        default: text += node.compactText
        }
    }

    private mutating func print(name: String, namespace: String?) {
        let fullName = name.contains(".") || (namespace ?? "").isEmpty ? name : "\(namespace ?? "").\(name)"
        for candidate in [fullName, name] {
            guard let definition = definitions.removeValue(forKey: candidate) else { continue }
            return print(definition, namespace: nil, enclosing: namespace)
        }
        text += jsonText(Self.shortened(name, in: namespace))
    }

    /// A definition of another file: its own namespace is not that of the place where it is put.
    private mutating func print(_ definition: JSONNode, namespace: String?, enclosing: String?) {
        guard definition["namespace"] == nil, definition["name"]?.string?.contains(".") == false, !(enclosing ?? "").isEmpty else {
            return print(definition, namespace: enclosing)
        }
        print(object: definition, namespace: enclosing, space: "")
    }

    private static func shortened(_ name: String, in namespace: String?) -> String {
        guard let namespace, !namespace.isEmpty, let dot = name.lastIndex(of: "."), name[..<dot] == namespace else { return name }
        return String(name[name.index(after: dot)...])
    }

    private mutating func print(object node: JSONNode, namespace: String?, space: String? = nil) {
        guard let type = node["type"]?.string else {
            text += node.compactText
            return
        }
        switch type {
        case "record", "error", "enum", "fixed": printNamed(node, type: type, namespace: namespace, space: space)
        case "array", "map":
            text += "{\"type\":\"\(type)\","
            let part = type == "array" ? "items" : "values"
            text += "\"\(part)\":"
            if let inner = node[part] { print(inner, namespace: namespace) } else { text += "null" }
            printProperties(of: node, except: Self.ofTypes)
            text += "}"
        default:
            let properties = properties(of: node, except: Self.ofTypes)
            guard Self.primitives.contains(type), !properties.isEmpty else { return print(name: type, namespace: namespace) }
            text += "{\"type\":" + jsonText(type)
            printProperties(of: node, except: Self.ofTypes)
            text += "}"
        }
    }

    private mutating func printNamed(_ node: JSONNode, type: String, namespace: String?, space given: String?) {
        let name = node["name"]?.string ?? ""
        let dot = name.lastIndex(of: ".")
        let space = dot.map { String(name[..<$0]) } ?? given ?? node["namespace"]?.string ?? namespace ?? ""
        text += "{\"type\":" + jsonText(type)
        text += ",\"name\":" + jsonText(dot.map { String(name[name.index(after: $0)...]) } ?? name)
        if space != namespace ?? "" { text += ",\"namespace\":" + jsonText(space) }
        if let documentation = node["doc"] { text += ",\"doc\":" + documentation.compactText }
        switch type {
        case "enum":
            text += ",\"symbols\":" + (node["symbols"]?.compactText ?? "[]")
            if let fallback = node["default"] { text += ",\"default\":" + fallback.compactText }
        case "fixed": text += ",\"size\":" + (node["size"]?.compactText ?? "null")
        default:
            text += ",\"fields\":"
            list(node["fields"]?.array ?? []) { $0.print(field: $1, namespace: space) }
        }
        printProperties(of: node, except: type == "enum" ? Self.ofTypes.union(["default"]) : Self.ofTypes)
        printAliases(of: node, namespace: space)
        text += "}"
    }

    private mutating func print(field: JSONNode, namespace: String) {
        text += "{\"name\":" + (field["name"]?.compactText ?? "null") + ",\"type\":"
        if let type = field["type"] { print(type, namespace: namespace) } else { text += "null" }
        if let documentation = field["doc"] { text += ",\"doc\":" + documentation.compactText }
        if let fallback = field["default"] { text += ",\"default\":" + fallback.compactText }
        if let order = field["order"], order.string != "ascending" { text += ",\"order\":" + order.compactText }
        printAliases(of: field, namespace: nil)
        printProperties(of: field, except: Self.ofFields)
        text += "}"
    }

    private mutating func printAliases(of node: JSONNode, namespace: String?) {
        guard let aliases = node["aliases"]?.array, !aliases.isEmpty else { return }
        text += ",\"aliases\":"
        list(aliases) { printer, alias in
            printer.text += alias.string.map { jsonText(Self.shortened($0, in: namespace)) } ?? alias.compactText
        }
    }

    private func properties(of node: JSONNode, except known: Set<String>) -> [JSONMember] {
        let own = (node.object ?? []).filter { !known.contains($0.key) }
        return sortsProperties ? own.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) } : own
    }

    private mutating func printProperties(of node: JSONNode, except known: Set<String>) {
        for property in properties(of: node, except: known) {
            text += "," + jsonText(property.key) + ":"
            text += sortsProperties ? property.value.canonicalText : property.value.compactText
        }
    }

    private mutating func list(_ elements: [JSONNode], _ print: (inout AvroTextPrinter, JSONNode) -> Void) {
        text += "["
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            print(&self, element)
        }
        text += "]"
    }
}
