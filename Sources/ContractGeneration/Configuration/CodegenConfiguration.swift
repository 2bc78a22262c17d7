import ContractCodegen
import ContractModel
import Diagnostics

/// What a `heddle-codegen.yaml` says: which contracts become Swift, and how. Specs/codegen/v1 has its schema.
package struct CodegenConfiguration: Sendable {
    /// A line of `contracts`: a file, a folder or a pattern, with what differs from the rest.
    package struct Entry: Sendable {
        package var path: Located<String>
        /// Nil: by the ending of the file's name.
        package var format: ContractFormat?
        package var options: CodegenOptions

        package init(path: Located<String>, format: ContractFormat? = nil, options: CodegenOptions = CodegenOptions()) {
            self.path = path
            self.format = format
            self.options = options
        }
    }

    /// Nil where it is left out: every contract below the folder.
    package var contracts: [Entry]?
    /// Where the imports of .proto files are looked for; empty: the folder itself, then that of the file.
    package var protoPath: [Located<String>] = []
    /// Files that contracts may refer to and that are none of their own.
    package var references: [Located<String>] = []
    package var options = CodegenOptions()

    package init() {}

    /// The same with further settings, which win over those of the file.
    package func overriding(_ change: (inout CodegenOptions) -> Void) -> CodegenConfiguration {
        var copy = self
        change(&copy.options)
        if var entries = contracts {
            for index in entries.indices { change(&entries[index].options) }
            copy.contracts = entries
        }
        return copy
    }
}

package let codegenConfigurationName = "heddle-codegen.yaml"
