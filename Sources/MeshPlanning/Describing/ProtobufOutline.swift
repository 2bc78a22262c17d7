import ContractModel

/// What a .proto file declares, a line each, read off its canonical text: there every declaration stands on a line of its
/// own, and what encloses it is open.
struct ProtobufOutline {
    struct Entry: Equatable {
        /// What stays when it is renamed: of a field its message and number.
        var key: String
        /// `Order.total`
        var path: String
        var name: String
        /// `int64 = 3`
        var text: String
        /// `int64 total = 3`
        var textWithName: String
        /// The key of what encloses it; empty in the file itself.
        var parent: String
    }

    private struct Scope {
        enum Kind { case message, enumeration, service, oneof, extending, method }
        var kind: Kind
        var path: String
        var key: String
        var oneof = ""
    }

    private(set) var entries: [Entry] = []
    private var scopes: [Scope] = []
    private let prefix: String

    init(_ schema: ProtobufSchema, _ file: ProtobufFile) {
        prefix = file.package.isEmpty ? "." : ".\(file.package)."
        for line in schema.canonicalText(of: file).split(separator: "\n") { read(line.drop { $0 == " " }) }
    }

    private mutating func read(_ line: Substring) {
        if line == "}" {
            _ = scopes.popLast()
        } else if line.hasSuffix(" {") {
            open(line.dropLast(2))
        } else {
            declare(line.hasSuffix(";") ? line.dropLast() : line)
        }
    }

    private mutating func open(_ head: Substring) {
        var words = head.split(separator: " ")
        if let first = words.first, first == "export" || first == "local" { words.removeFirst() }
        guard words.count >= 2 else { return scopes.append(scopes.last ?? Scope(kind: .message, path: "", key: "")) }
        let name = String(words[1])
        switch words[0] {
        case "message": openBlock(.message, name, "message")
        case "enum": openBlock(.enumeration, name, "enum")
        case "service": openBlock(.service, name, "service")
        case "oneof":
            let scope = scopes.last
            scopes.append(Scope(kind: .oneof, path: scope?.path ?? "", key: scope?.key ?? "", oneof: name))
        case "extend":
            let extended = readable(Substring(name))
            openBlock(.extending, "extend \(extended)", "extensions")
        case "rpc":
            declare(head)
            scopes.append(Scope(kind: .method, path: below(methodName(head)), key: below(methodName(head))))
        default:
            // A group: a field that brings its message along.
            declare(head)
            openBlock(.message, fieldName(head), "group")
        }
    }

    private mutating func openBlock(_ kind: Scope.Kind, _ name: String, _ text: String) {
        let path = below(name)
        add(key: "\(text) \(path)", path: path, name: name, text: text, textWithName: text)
        scopes.append(Scope(kind: kind, path: path, key: "\(text) \(path)"))
    }

    private mutating func declare(_ line: Substring) {
        let words = line.split(separator: " ", maxSplits: 1)
        let rest = words.count > 1 ? words[1] : ""
        switch words.first {
        case "syntax", "edition": addAlone(String(words[0]), rest.drop { $0 == "=" || $0 == " " })
        case "package": addAlone("package", rest)
        case "import": addAlone("import \(rest)", "there")
        case "option":
            let parts = halves(rest)
            addAlone("option \(readable(parts.0))", parts.1)
        case "reserved", "extensions": accumulate(String(words[0]), rest)
        case "rpc" where scopes.last?.kind == .service: addAlone(methodName(line), Substring(readable(line.drop { $0 != "(" })))
        default:
            if scopes.last?.kind == .enumeration {
                addAlone(String(words.first ?? ""), rest.drop { $0 == "=" || $0 == " " })
            } else {
                declareField(line)
            }
        }
    }

    private mutating func declareField(_ line: Substring) {
        let (head, tail) = halves(line)
        let name = fieldName(line)
        let type = readable(head.dropLast(name.count).dropLast(head == name ? 0 : 1))
        let place = scopes.last.map { $0.oneof.isEmpty ? "" : " in oneof \($0.oneof)" } ?? ""
        let number = tail.prefix { $0.isNumber || $0 == "-" }
        let key = "\(scopes.last?.key ?? "")#\(number)"
        add(
            key: key, path: below(name), name: name, text: "\(type) = \(tail)\(place)", textWithName: "\(type) \(name) = \(tail)\(place)")
    }

    private mutating func addAlone(_ name: String, _ text: some StringProtocol) {
        add(key: "\(scopes.last?.key ?? "")/\(name)", path: below(name), name: name, text: String(text), textWithName: String(text))
    }

    private mutating func accumulate(_ name: String, _ text: Substring) {
        let key = "\(scopes.last?.key ?? "")/\(name)"
        guard let index = entries.lastIndex(where: { $0.key == key }) else { return addAlone(name, text) }
        entries[index].text += ", \(text)"
        entries[index].textWithName = entries[index].text
    }

    private mutating func add(key: String, path: String, name: String, text: String, textWithName: String) {
        entries.append(Entry(key: key, path: path, name: name, text: text, textWithName: textWithName, parent: scopes.last?.key ?? ""))
    }

    // MARK: Pieces of a line

    private func below(_ name: String) -> String {
        guard let path = scopes.last?.path, !path.isEmpty else { return name }
        return "\(path).\(name)"
    }

    private func halves(_ line: Substring) -> (Substring, Substring) {
        guard let range = line.firstRange(of: " = ") else { return (line, "") }
        return (line[..<range.lowerBound], line[range.upperBound...])
    }

    private func fieldName(_ line: Substring) -> String { halves(line).0.split(separator: " ").last.map { String($0) } ?? "" }

    private func methodName(_ line: Substring) -> String { String(line.dropFirst("rpc ".count).prefix { $0 != "(" }) }

    /// Without the package of the file itself: `.shop.Line` is `Line`, `.other.Line` is `other.Line`.
    private func readable(_ text: Substring) -> String {
        var result = ""
        var rest = text
        while let point = rest.firstIndex(of: ".") {
            let before = point == rest.startIndex ? result.last : rest[rest.index(before: point)]
            let startsName = before.map { " <(,".contains($0) } ?? true
            result += rest[..<point]
            if startsName, rest[point...].hasPrefix(prefix) {
                rest = rest[point...].dropFirst(prefix.count)
            } else {
                if !startsName { result += "." }
                rest = rest[rest.index(after: point)...]
            }
        }
        return result + rest
    }
}

extension SchemaDifferences {
    mutating func compareProtobuf(_ old: ProtobufOutline, _ new: ProtobufOutline) {
        let before = Dictionary(old.entries.map { ($0.key, $0) }) { first, _ in first }
        let after = Dictionary(new.entries.map { ($0.key, $0) }) { first, _ in first }
        /// What comes or goes with the whole that it is in is not told again.
        func isInside(_ entry: ProtobufOutline.Entry, _ others: [String: ProtobufOutline.Entry]) -> Bool {
            !entry.parent.isEmpty && others[entry.parent] == nil
        }
        for entry in old.entries where after[entry.key] == nil && !isInside(entry, after) { add(entry.path, entry.text, nil) }
        for entry in new.entries {
            guard let earlier = before[entry.key] else {
                if !isInside(entry, before) { add(entry.path, nil, entry.text) }
                continue
            }
            guard earlier.textWithName != entry.textWithName else { continue }
            let isRenamed = earlier.name != entry.name
            add(entry.path, isRenamed ? earlier.textWithName : earlier.text, isRenamed ? entry.textWithName : entry.text)
        }
    }
}
