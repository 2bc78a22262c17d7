import ContractModel
import Diagnostics
import LocatedJSON

/// Types for a JSON Schema of any draft from 04 to 2020-12, and for what it refers to.
///
/// Objects become structs, lists of texts open enums, choices enums with payloads, dictionaries what has no names of its own. A schema
/// without `type` is taken for what its keywords speak of. What no type of Swift says becomes `JSONValue`, with a warning.
func translateJSONSchema(_ input: ContractInput, into module: inout GeneratedModule) {
    var references: [String: JSONNode] = [:]
    for (name, file) in input.references.sorted(by: { $0.key < $1.key }) {
        let (root, diagnostics) = parseJSON(file)
        references[name] = root
        module.diagnostics += diagnostics
    }
    var options = JSONSchemaOptions()
    options.defaultDraft = .draft7
    let (compiled, diagnostics) = compileJSONSchema(input.file, references: references, options: options)
    module.diagnostics += diagnostics
    guard let schema = compiled else { return }

    let name = schemaName(schema.root.source, file: String(input.outputName.split(separator: "+").last ?? ""))
    let rootName = input.options.names[name] ?? SwiftName.type(name)
    var planner = SchemaPlanner(schema, rootName: rootName, options: input.options)
    let root = planner.planRoot()
    breakCycles(in: &planner.types)
    module.diagnostics += planner.diagnostics

    let writer = JSONTypeWriter(types: planner.types, options: input.options)
    var file = SwiftFile()
    file.header = fileHeader(of: input, [])
    file.imports = ["HeddleRuntime"] + (writer.needsFoundation ? ["Foundation"] : []) + input.options.imports
    let tops = planner.types.indices.filter { planner.types[$0].parent == nil }
    for index in [root] + tops.filter({ $0 != root }).sorted(by: { planner.types[$0].name < planner.types[$1].name }) {
        let type = planner.types[index]
        let identity = index == root ? contractIdentity(input, name: schema.root.source["$id"]?.string ?? schema.root.source["id"]?.string ?? name) : nil
        let written = writer.type(index, identity: identity)
        var alone = SwiftFile()
        alone.declarations = [.type(written)]
        let definition = index == root ? input.file.path : renderSwift(alone)
        switch module.names.claim(type.path, for: type.name, definition: definition, at: type.range?.range) {
        case .new: file.declarations.append(.type(written))
        case .same: break
        case .clash(let diagnostic): module.diagnostics.append(diagnostic)
        }
    }
    module.files.append((input.outputName, file))
}

private func contractIdentity(_ input: ContractInput, name: String) -> String {
    let references = input.references.sorted { $0.key < $1.key }.map { key, file in
        ".init(name: \(swiftLiteral(key)), schema: \(swiftLiteral(String(decoding: file.bytes, as: UTF8.self))))"
    }
    let list = references.isEmpty ? "" : ", references: [\(references.joined(separator: ", "))]"
    let text = String(decoding: input.file.bytes, as: UTF8.self)
    return "HeddleRuntime.ContractIdentity(format: .jsonSchema, name: \(swiftLiteral(name)), schema: \(swiftLiteral(text))\(list))"
}
