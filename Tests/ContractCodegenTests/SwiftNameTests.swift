import ContractCodegen
import Testing

@Suite struct SwiftNameTests {
    @Test(arguments: [
        ("order_created", "OrderCreated"), ("OrderCreated", "OrderCreated"), ("ORDER_CREATED", "OrderCreated"), ("String", "String_"),
        ("3d-model", "_3dModel"), ("a.b", "A_b"), ("größe", "Größe"), ("", "__"), ("View", "View_"),
    ])
    func `types are named by one rule`(wire: String, name: String) { #expect(SwiftName.type(wire) == name) }

    @Test(arguments: [
        ("order_id", "orderId"), ("orderID", "orderID"), ("OrderId", "orderId"), ("URL", "url"), ("URLPath", "urlPath"), ("ORDER_ID", "orderId"),
        ("x", "x"), ("X", "x"), ("a b", "aB"), ("€", "_x20AC_"), ("9lives", "_9lives"), ("_private", "private"), ("self", "self_"), ("hash_value", "hashValue_"),
    ])
    func `members are named by one rule`(wire: String, name: String) { #expect(SwiftName.member(wire) == name) }

    @Test func `keywords stand in backticks, and cases avoid what every enum has`() {
        #expect(SwiftName.escaped("default") == "`default`")
        #expect(SwiftName.escaped("order") == "order")
        #expect(SwiftName.enumCase("NONE") == "none_")
    }
}
