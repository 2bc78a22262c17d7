import CatalogueGeneration
import Foundation
import TestSupport
import Testing

struct CatalogueGenerationTests {
    private let page = "# Title\n\n## What it means\n\nm\n\n## Example\n\n```yaml\n# no title\n## no section\n```\n\n## How to mend\n\nr\n"

    @Test func `the generated catalogue is up to date`() throws {
        let files = try generatedFiles(root: packageRoot)
        #expect(!files.isEmpty)
        for (path, text) in files {
            let there = try? String(contentsOf: packageRoot.appending(path: path), encoding: .utf8)
            #expect(there == text, "\(path) is out of date: run `swift run heddle-dev generate`")
        }
        let folder = packageRoot.appending(path: "Sources/Diagnostics/Generated")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            #expect(files["Sources/Diagnostics/Generated/\(name)"] != nil, "\(name) comes from no page: delete it")
        }
    }

    @Test func `a page has a title and three sections`() throws {
        let read = try CataloguePage(code: "a/b-c", markdown: page)
        #expect(read.title == "Title" && read.meaning == "m" && read.remedy == "r")
        #expect(read.example == "```yaml\n# no title\n## no section\n```")
    }

    @Test(arguments: [
        ("a/b", "## What it means\nm\n## Example\ne\n## How to mend\nr\n"),
        ("a/b", "# T\n## Example\ne\n## What it means\nm\n## How to mend\nr\n"),
        ("a/b", "# T\n## What it means\n\n## Example\ne\n## How to mend\nr\n"),
        ("a/b", "# T\ntext\n## What it means\nm\n## Example\ne\n## How to mend\nr\n"),
        ("a/B_c", "# T\n## What it means\nm\n## Example\ne\n## How to mend\nr\n"),
    ])
    func `a page that is not in form is refused`(_ code: String, _ markdown: String) {
        #expect(throws: CataloguePageError.self) { try CataloguePage(code: code, markdown: markdown) }
    }

    @Test func `texts may hold quotes, backslashes and hashes`() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "catalogue-\(UUID().uuidString)")
        let area = root.appending(path: "Specs/diagnostics/some-area")
        try FileManager.default.createDirectory(at: area, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: root) }
        let markdown = page.replacing("# Title", with: "# A \"#quote\"# and \\#(no)")
        try markdown.write(to: area.appending(path: "some-code.md"), atomically: true, encoding: .utf8)
        let files = try generatedFiles(root: root)
        let text = try #require(files["Sources/Diagnostics/Generated/DiagnosticCatalogue+SomeArea.swift"])
        #expect(text.contains("title: ##\"A \"#quote\"# and \\#(no)\"##,"))
        #expect(files["Sources/Diagnostics/Generated/DiagnosticCatalogue.swift"]?.contains("[someAreaPages]") == true)
    }
}
