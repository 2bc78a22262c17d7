import ContractGeneration
import Diagnostics
import Foundation
import Testing
import TestSupport

@Suite struct `The pages of codegen's diagnostics` {
    @Test func `an example in YAML gives the page's code`() throws {
        let folder = packageRoot.appending(path: "Specs/diagnostics/codegen")
        let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }.sorted()
        #expect(pages.count >= 12)
        for page in pages {
            let text = try String(contentsOf: folder.appending(path: page), encoding: .utf8)
            guard let fence = text.firstMatch(of: /```yaml\n([\s\S]*?)```/) else {
                #expect(text.contains("```"), "\(page) shows nothing")
                continue
            }
            try withFolder(["heddle-codegen.yaml": String(fence.1), "notes.txt": "", "order.avsc": record("Order")]) { root in
                var folder = ContractFolder(root.path)
                let (configuration, mistakes) = loadConfiguration(in: &folder)
                let found = mistakes.isEmpty ? gatherContracts(configuration, in: &folder).diagnostics : mistakes
                #expect(found.map(\.code) == ["codegen/\(page.dropLast(3))"])
            }
        }
    }

    @Test func `every code that is given has a page`() throws {
        for module in ["ContractGeneration", "ContractCodegen"] {
            let sources = FileManager.default.enumerator(at: packageRoot.appending(path: "Sources/\(module)"), includingPropertiesForKeys: nil)
            for case let file as URL in try #require(sources) where file.pathExtension == "swift" {
                let text = try String(contentsOf: file, encoding: .utf8)
                let codes = text.matches(of: /"codegen\/([a-z-]+)"/).map { String($0.1) }
                    + text.matches(of: /\breport\(\s*"([a-z-]+)"/).map { String($0.1) }
                for code in codes {
                    let page = packageRoot.appending(path: "Specs/diagnostics/codegen/\(code).md")
                    #expect(FileManager.default.fileExists(atPath: page.path), "\(file.lastPathComponent): codegen/\(code)")
                }
            }
        }
    }
}
