import Diagnostics
import Foundation
import LocatedJSON
import TestSupport
import Testing

struct CodePagesTests {
    @Test func `every code has a page and every page a code`() throws {
        let sources = FileManager.default.enumerator(
            at: packageRoot.appending(path: "Sources/LocatedJSON"), includingPropertiesForKeys: nil)
        var codes: Set<String> = []
        for case let file as URL in try #require(sources) where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            codes.formUnion(text.matches(of: /"json\/([a-z0-9-]+)"/).map { String($0.output.1) })
        }
        let pages = try FileManager.default.contentsOfDirectory(
            atPath: packageRoot.appending(path: "Specs/diagnostics/json").path)
        #expect(codes == Set(pages.map { String($0.dropLast(3)) }))
    }

    @Test func `the example of a page gives its code`() throws {
        let folder = packageRoot.appending(path: "Specs/diagnostics/json")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            let page = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            guard let fence = page.firstMatch(of: /```json\n([\s\S]*?)```/) else {
                #expect(page.contains("```text"), "\(name) has an example, as json or as text where it cannot be written out")
                continue
            }
            #expect(codes(String(fence.1)) == ["json/\(name.dropLast(3))"])
        }
    }
}
