import Foundation
import PackagePlugin

/// `swift package generate-contracts`: writes Swift into the package, for those who commit what is generated.
///
///     swift package --allow-writing-to-package-directory generate-contracts [--target NAME]… [--output FOLDER] [--check]
///
/// Every target that has a heddle-codegen.yaml, or those named; the files go into the target's folder `Generated`.
@main
struct GenerateContractsCommand: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        var words = ArgumentExtractor(arguments)
        let names = words.extractOption(named: "target")
        let output = words.extractOption(named: "output").last ?? "Generated"
        let isCheck = words.extractFlag(named: "check") > 0
        guard words.remainingArguments.isEmpty else { throw Refusal("'\(words.remainingArguments[0])' is not understood: --target, --output and --check are") }

        let tool = try context.tool(named: "heddle-codegen").url
        let modules = context.package.targets.compactMap { $0 as? any SourceModuleTarget }
        if let unknown = names.first(where: { name in !modules.contains { $0.name == name } }) { throw Refusal("there is no target '\(unknown)'") }
        let chosen = modules.filter { module in
            names.isEmpty
                ? FileManager.default.fileExists(atPath: module.directoryURL.appendingPathComponent("heddle-codegen.yaml").path) : names.contains(module.name)
        }
        guard !chosen.isEmpty else { throw Refusal("no target has a heddle-codegen.yaml; name one with --target") }
        for module in chosen {
            let folder = module.directoryURL
            let words = (isCheck ? ["--check"] : []) + ["--output", folder.appendingPathComponent(output).path, folder.path]
            let process = try Process.run(tool, arguments: words)
            process.waitUntilExit()
            guard process.terminationStatus == 0 else {
                throw Refusal(isCheck ? "the files of '\(module.name)' are not what they should be" : "the contracts of '\(module.name)' have errors")
            }
        }
    }
}

struct Refusal: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }
}
