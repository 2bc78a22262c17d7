import ArgumentParser
import ContractCodegen
import ContractGeneration

/// The options of generated code, as flags: each wins over what a configuration says.
struct CodegenFlags: ParsableArguments {
    @Option(help: "internal, package or public.") var accessModifier: AccessLevel?
    @Option(name: .customLong("import"), help: ArgumentHelp("A further module for each file to import; may be repeated.", valueName: "module"))
    var imports: [String] = []
    @Option(name: .customLong("comment"), help: ArgumentHelp("A line for the comment at the top; may be repeated.", valueName: "text"))
    var comments: [String] = []
    @Option(
        name: .customLong("name"),
        help: ArgumentHelp("The Swift name of a type, or of its field: com.shop.Order=PurchaseOrder, com.shop.Order.id=number; may be repeated.", valueName: "wire=swift"))
    var names: [String] = []
    @Option(help: "none: types by their local names; nested: within enums; flat: in one word.") var namespaces: CodegenOptions.Namespaces?
    @Option(help: "exact: types that hold what the wire holds; foundation: Date.") var dates: CodegenOptions.Dates?
    @Option(help: "open: values that the schema does not list are kept; closed: they are errors.") var enums: CodegenOptions.Enums?
    @Option(help: "dictionary, or pairs: an array in the order of the wire.") var maps: CodegenOptions.Maps?
    @Flag(inversion: .prefixedNo, help: "Add Codable.") var codable: Bool?
    @Flag(inversion: .prefixedNo, help: "Avro: views that read fields out of the bytes.") var views: Bool?
    @Flag(inversion: .prefixedNo, help: "Protobuf: keep fields that the schema does not know.") var unknownFields: Bool?
    @Flag(inversion: .prefixedNo, help: "JSON Schema: check lengths, bounds and patterns when decoding.") var constraints: Bool?

    func change() throws -> (inout CodegenOptions) -> Void {
        var pairs: [String: String] = [:]
        for text in names {
            guard let separator = text.lastIndex(of: "="), separator != text.startIndex, isSwiftName(String(text[text.index(after: separator)...])) else {
                throw CommandFailure(.usage, "'--name \(text)' is not understood", remedy: "say --name WIRE=SWIFT")
            }
            pairs[String(text[..<separator])] = String(text[text.index(after: separator)...])
        }
        let flags = self
        return { [pairs] options in
            options.access = flags.accessModifier ?? options.access
            options.imports += flags.imports
            options.comments += flags.comments.flatMap(commentLines)
            options.names.merge(pairs) { _, new in new }
            options.namespaces = flags.namespaces ?? options.namespaces
            options.dates = flags.dates ?? options.dates
            options.enums = flags.enums ?? options.enums
            options.maps = flags.maps ?? options.maps
            options.codable = flags.codable ?? options.codable
            options.views = flags.views ?? options.views
            options.unknownFields = flags.unknownFields ?? options.unknownFields
            options.constraints = flags.constraints ?? options.constraints
        }
    }
}

struct CodegenPlaces: ParsableArguments {
    @Option(help: ArgumentHelp("Where imports of .proto files are looked for; may be repeated.", valueName: "dir")) var protoPath: [String] = []
    @Option(help: ArgumentHelp("A file, folder or pattern that contracts may refer to; may be repeated.", valueName: "path")) var reference: [String] = []

    var isEmpty: Bool { protoPath.isEmpty && reference.isEmpty }
}

extension AccessLevel: ExpressibleByArgument {}
extension CodegenOptions.Namespaces: ExpressibleByArgument {}
extension CodegenOptions.Dates: ExpressibleByArgument {}
extension CodegenOptions.Enums: ExpressibleByArgument {}
extension CodegenOptions.Maps: ExpressibleByArgument {}
