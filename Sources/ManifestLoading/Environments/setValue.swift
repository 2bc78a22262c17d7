import Diagnostics
import LocatedYAML

/// Why a patch's path cannot be followed.
struct PatchProblem: Error {
    /// Continues "… leads nowhere in a Topic document: ".
    var reason: String
    var suggestion: String?
}

/// A copy of `node` with one value put in or replaced. What is missing on the way is made.
///
/// The description decides how the path is read: below a mapping of free keys, such as `config`, all that remains of the
/// path is one key, dots and all.
func setValue(
    _ value: YAMLNode, at path: ArraySlice<Substring>, keyRange: SourceRange, in node: YAMLNode?, shape: ValueShape
) throws(PatchProblem) -> YAMLNode {
    guard let name = path.first else { return value }
    switch shape {
    case .object(let object):
        guard let field = object.field(String(name)) else {
            let close = closestMatch(to: String(name), among: object.fields.map(\.name))
            throw PatchProblem(reason: "\(object.noun) has no field '\(name)'", suggestion: close.map { "did you mean '\($0)'?" })
        }
        return try setEntry(field.name, value, rest: path.dropFirst(), keyRange, in: node, shape: field.shape)
    case .map(let item, _):
        let takesWholePath =
            switch item {
            case .object, .map: false
            default: true
            }
        let key = takesWholePath ? path.joined(separator: ".") : String(name)
        return try setEntry(key, value, rest: takesWholePath ? [] : path.dropFirst(), keyRange, in: node, shape: item)
    case .list(let item, _):
        guard var items = node?.sequence else { throw PatchProblem(reason: "there is no list to find item '\(name)' in") }
        guard let index = Int(name), items.indices.contains(index) else {
            throw PatchProblem(
                reason: "the list has \(items.count) item\(items.count == 1 ? "" : "s"), numbered from 0, and no '\(name)'")
        }
        items[index] = try setValue(value, at: path.dropFirst(), keyRange: keyRange, in: items[index], shape: item)
        return YAMLNode(.sequence(items), range: node?.range ?? keyRange)
    case .either(let shapes):
        let isItem = Int(name) != nil
        let fitting = shapes.first { shape in
            switch shape {
            case .list: isItem
            case .object, .map: !isItem
            default: false
            }
        }
        guard let fitting else { throw PatchProblem(reason: "nothing is below '\(shape.noun)'") }
        return try setValue(value, at: path, keyRange: keyRange, in: node, shape: fitting)
    case .secret:
        return try setValue(value, at: path, keyRange: keyRange, in: node, shape: .object(secretReference))
    case .text, .integer, .boolean, .duration, .size, .choice, .setting, .anything:
        throw PatchProblem(reason: "\(shape.noun) has no field '\(name)'")
    }
}

private func setEntry(
    _ key: String, _ value: YAMLNode, rest: ArraySlice<Substring>, _ keyRange: SourceRange, in node: YAMLNode?, shape: ValueShape
) throws(PatchProblem) -> YAMLNode {
    var entries = node?.mapping ?? []
    if let index = entries.firstIndex(where: { $0.key.scalar?.text == key }) {
        entries[index].value = try setValue(value, at: rest, keyRange: keyRange, in: entries[index].value, shape: shape)
    } else {
        let keyNode = YAMLNode(.scalar(YAMLScalar(text: key, style: .doubleQuoted)), range: keyRange)
        entries.append(
            YAMLEntry(key: keyNode, value: try setValue(value, at: rest, keyRange: keyRange, in: nil, shape: shape)))
    }
    return YAMLNode(.mapping(entries), range: node?.range ?? keyRange, aliasRange: node?.aliasRange)
}
