import Diagnostics
import LocatedYAML
import Testing

struct CataloguePagesTests {
    @Test(arguments: YAMLCode.allCases)
    func `each code has a page whose example gives it`(_ code: YAMLCode) throws {
        let page = try #require(DiagnosticCatalogue.page(for: code.rawValue), "no page in Specs/diagnostics")
        guard let fence = page.example.firstMatch(of: /```yaml\n([\s\S]*?)```/) else {
            #expect(page.example.contains("```text"), "an example is fenced as yaml, or as text where it cannot be")
            return
        }
        let file = SourceFile(path: "example.yaml", text: String(fence.1))
        #expect(parseYAML(file).diagnostics.map(\.code) == [code.rawValue])
    }
}
