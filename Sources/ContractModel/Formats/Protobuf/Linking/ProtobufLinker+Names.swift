import Diagnostics

extension ProtobufLinker {
    enum Lookup {
        case found(Int32)
        case unknown
        /// The first part of the path was found in a scope further in than the one where the rest is.
        case shadowed(by: Int32)
        /// Declared in a file that is not imported.
        case notImported(Int32)
    }

    /// Looks a path up as protoc does: from the scope outward for its first part; where that is found and can have parts,
    /// the rest must be in it.
    ///
    /// - Parameter typesOnly: pass over what is no message and no enum.
    /// Source: https://protobuf.dev/programming-guides/proto3/#name-resolution
    mutating func look(up path: ProtobufPath, from scope: Int32, typesOnly: Bool, in file: Int) -> Lookup {
        let parts = files[file].tree.parts(of: path).map { files[file].names[Int($0.index)] }
        return look(up: parts[...], isAbsolute: path.isAbsolute, from: scope, typesOnly: typesOnly)
    }

    mutating func look(up parts: ArraySlice<UInt32>, isAbsolute: Bool, from scope: Int32, typesOnly: Bool) -> Lookup {
        var unseen: Int32?
        var current = isAbsolute ? ProtobufScopes.root : scope
        while current > ProtobufScopes.root {
            if let found = scopes.child(parts[parts.startIndex], of: current) {
                let kind = scopes[found].kind
                if !sees(found) {
                    unseen = descend(parts.dropFirst(), from: found) ?? unseen
                } else if parts.count == 1 {
                    if !typesOnly || kind.isType { return .found(found) }
                } else if kind.isAggregate {
                    guard let whole = descend(parts.dropFirst(), from: found) else { return .shadowed(by: found) }
                    return sees(whole) ? .found(whole) : .notImported(whole)
                }
            }
            current = scopes[current].parent
        }
        guard let whole = descend(parts, from: ProtobufScopes.root) else { return unseen.map { .notImported($0) } ?? .unknown }
        return sees(whole) ? .found(whole) : .notImported(whole)
    }

    private func descend(_ parts: ArraySlice<UInt32>, from scope: Int32) -> Int32? {
        var current = scope
        for part in parts {
            guard let next = scopes.child(part, of: current) else { return nil }
            current = next
        }
        return current
    }

    /// As `look(up:)`, and what is wrong is reported. A file in which something is found counts as used.
    mutating func find(_ path: ProtobufPath, from scope: Int32, typesOnly: Bool, wanted: String, in file: Int) -> Int32? {
        switch look(up: path, from: scope, typesOnly: typesOnly, in: file) {
        case .found(let symbol):
            if scopes[symbol].kind != .package { use(Int(scopes[symbol].file), in: file) }
            return symbol
        case .unknown:
            let name = files[file].tree.text(of: path)
            if let known = ProtobufWellKnown.path(declaring: name), !files[file].tree.imports.contains(where: { $0.path == known }) {
                report(
                    .notImported, "'\(name)' is declared in '\(known)', which is not imported", path.span, in: file,
                    suggestion: "write: import \"\(known)\";")
                return nil
            }
            report(.unknownName, "there is no \(wanted) '\(name)'", path.span, in: file, suggestion: nearest(to: name, in: file))
        case .shadowed(let inner):
            let name = files[file].tree.text(of: path)
            let found = fullName(of: inner)
            var problem = ProtobufProblem(
                .unknownName, "'\(name)' begins with '\(found)', which is nearer than any other, and has no such part", path.span,
                suggestion: "begin with a point to name it from the root: '.\(name)'")
            if let (span, other) = place(of: inner) { problem.secondary = [label("this is found first", span, in: other)] }
            report(problem, in: file)
        case .notImported(let symbol):
            let owner = Int(scopes[symbol].file)
            if scopes[symbol].kind == .package {
                report(.wrongKind, "'\(fullName(of: symbol))' is a package, not a \(wanted)", path.span, in: file)
            } else {
                report(
                    .notImported, "'\(fullName(of: symbol))' is declared in '\(schema.files[owner].path)', which is not imported",
                    path.span, in: file, suggestion: "write: import \"\(schema.files[owner].path)\";")
                use(owner, in: file)
            }
        }
        return nil
    }

    /// "did you mean …?" among a few thousand names, for the first unknown ones of a file: looking is slow.
    mutating func meant(by name: String, in file: Int, among candidates: some Sequence<String>) -> String? {
        files[file].suggestions += 1
        guard files[file].suggestions <= 10 else { return nil }
        return closestMatch(to: name, among: candidates.prefix(2000)).map { "did you mean '\($0)'?" }
    }

    private mutating func nearest(to name: String, in file: Int) -> String? {
        files[file].suggestions += 1
        guard files[file].suggestions <= 10 else { return nil }
        let last = name.split(separator: ".").last.map(String.init) ?? name
        let known = schema.messages.prefix(4000).lazy.filter { $0.kind == .written }.map(\.name) + schema.enums.prefix(2000).map(\.name)
        let all = Array(known) + ProtobufScalar.allCases.map(\.name)
        if let same = schema.messages.first(where: { $0.name == last && $0.kind == .written }) {
            return "did you mean '\(same.fullName)'?"
        }
        return closestMatch(to: last, among: all).map { "did you mean '\($0)'?" }
    }
}
