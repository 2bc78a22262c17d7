import ContractModel
import Diagnostics

/// One contract to generate code for, with all that it refers to. Nothing further is read.
package struct ContractInput: Sendable {
    package var format: ContractFormat
    package var file: SourceFile
    /// What the schema may refer to, by the name that it uses: the path of an import, a URI, a location; for Avro any name.
    package var references: [String: SourceFile]
    /// Protobuf: the path of the file as imports name it. Others: the same as the file's.
    package var importPath: String
    /// Of the output, without `.swift`: one file a contract.
    package var outputName: String
    package var options: CodegenOptions

    package init(
        format: ContractFormat, file: SourceFile, references: [String: SourceFile] = [:], importPath: String? = nil, outputName: String,
        options: CodegenOptions = CodegenOptions()
    ) {
        self.format = format
        self.file = file
        self.references = references
        self.importPath = importPath ?? file.path
        self.outputName = outputName
        self.options = options
    }
}

package struct GeneratedFile: Sendable, Hashable {
    /// `OrderCreated.swift`
    package var name: String
    package var text: String

    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}
