import Diagnostics

/// The .proto text of a google.protobuf.FileDescriptorProto: names of types in full, options by name, no comments, since
/// descriptors have none.
///
/// The text says what the bytes say; whether that makes sense is for `loadProtobuf` to tell. Options that neither
/// descriptor.proto nor an import declares are left out.
///
/// - Parameter resolve: the text behind an import, for the options that it declares; nil where there is none.
package func protobufText(
    ofDescriptor bytes: [UInt8], limits: ProtobufLimits = ProtobufLimits(), resolve: (String) -> SourceFile? = { _ in nil }
) throws(ProtobufDescriptorProblem) -> String {
    guard bytes.count <= limits.maximumBytes else {
        throw ProtobufDescriptorProblem(
            "a descriptor of \(bytes.count) bytes is more than the \(limits.maximumBytes) that are read")
    }
    let file = try ProtobufDescriptorFields(bytes[...])
    guard !file.all(4).isEmpty || !file.all(5).isEmpty || !file.all(7).isEmpty || file.string(1) != nil else {
        throw ProtobufDescriptorProblem("the descriptor names no file and declares nothing")
    }
    let imports = file.strings(3) + file.strings(15)
    let known = loadProtobuf([ProtobufWellKnown.descriptorPath] + imports, limits: limits) { path in
        resolve(path) ?? ProtobufWellKnown.file(at: path)
    }
    var printer = ProtobufDescriptorPrinter(options: ProtobufDescriptorOptions(schema: known.schema), limits: limits)
    try printer.print(file, imports: file.strings(3))
    return printer.text
}
