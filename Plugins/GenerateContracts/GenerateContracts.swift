import Foundation
import PackagePlugin

/// Makes Swift of the contracts in a target's folder before it is compiled.
///
/// A plugin cannot read YAML and must name its outputs beforehand, so they follow from the names of the inputs: a file for each
/// contract in the folder, with a comment only where heddle-codegen.yaml leaves the contract out. One command makes them all, since
/// types that contracts share are written once.
@main
struct GenerateContracts: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        guard let module = target as? any SourceModuleTarget else { return [] }
        return try command(
            tool: context.tool(named: "heddle-codegen").url, folder: module.directoryURL, files: module.sourceFiles.map(\.url),
            output: context.pluginWorkDirectoryURL)
    }

    func command(tool: URL, folder: URL, files: [URL], output: URL) throws -> [Command] {
        let root = folder.standardizedFileURL.path + "/"
        let paths = files.map(\.standardizedFileURL.path).filter { $0.hasPrefix(root) }.map { String($0.dropFirst(root.count)) }
        let contracts = paths.filter(isContractFile).sorted()
        guard !contracts.isEmpty else {
            Diagnostics.warning("there is no contract in \(folder.path): the endings are \(contractEndings.joined(separator: ", "))")
            return []
        }
        // JSON documents may be what contracts refer to.
        let declared = paths.filter { isContractFile($0) || $0.hasSuffix(".json") || $0 == "heddle-codegen.yaml" }.sorted()
        return [
            .buildCommand(
                displayName: "Generating Swift for \(contracts.count) contracts in \(folder.lastPathComponent)",
                executable: tool,
                arguments: declared.flatMap { ["--declared", $0] } + ["--output", output.path, folder.path],
                inputFiles: declared.map { folder.appendingPathComponent($0) },
                outputFiles: contracts.map { output.appendingPathComponent(swiftFileName(forContractAt: $0)) })
        ]
    }
}

#if canImport(XcodeProjectPlugin)
    import XcodeProjectPlugin

    extension GenerateContracts: XcodeBuildToolPlugin {
        /// In a project of Xcode, the folder is that of heddle-codegen.yaml.
        func createBuildCommands(context: XcodePluginContext, target: XcodeTarget) throws -> [Command] {
            let files = target.inputFiles.map(\.url)
            let folder = files.first { $0.lastPathComponent == "heddle-codegen.yaml" }?.deletingLastPathComponent() ?? context.xcodeProject.directoryURL
            return try command(tool: context.tool(named: "heddle-codegen").url, folder: folder, files: files, output: context.pluginWorkDirectoryURL)
        }
    }
#endif
