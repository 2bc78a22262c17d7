import Diagnostics
import Testing

struct CatalogueTests {
    @Test func `pages are found by code`() throws {
        let page = try #require(DiagnosticCatalogue.page(for: "yaml/duplicate-key"))
        #expect(page.title == "A mapping gives the same key twice")
        #expect(page.example.contains("partitions: 12"))
        #expect(DiagnosticCatalogue.page(for: "yaml/nonsense") == nil)
    }

    @Test func `codes are sorted and each is there once`() {
        let codes = DiagnosticCatalogue.allCodes
        #expect(codes == Set(codes).sorted() && codes.contains("yaml/syntax"))
    }
}
