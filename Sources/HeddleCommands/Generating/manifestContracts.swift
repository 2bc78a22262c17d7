import ContractCodegen
import MeshModel

/// The Contracts of a mesh as the generator takes them: a file each, under the contract's name.
func manifestContracts(_ mesh: LoadedMesh, options change: (inout CodegenOptions) -> Void) -> [ContractInput] {
    var options = CodegenOptions()
    change(&options)
    return MeshContracts(mesh).contracts.map { contract in
        ContractInput(
            format: contract.format, file: contract.text.file, references: contract.text.references, outputName: contract.name, options: options)
    }
}
