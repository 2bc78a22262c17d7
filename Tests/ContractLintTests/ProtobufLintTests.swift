import Testing

struct ProtobufLintTests {
    @Test func `a file in the style of the guide is silent`() {
        expect(
            """
            syntax = "proto3";
            package shop.orders.v1;
            message HTTPOrder {
              string order_id = 1;
              map<string, int64> totals_2 = 2;
              optional string note = 3;
              oneof paid_by { string card = 4; }
              enum State { STATE_UNSPECIFIED = 0; STATE_OPEN = 1; }
            }
            service OrderService { rpc GetOrder(HTTPOrder) returns (stream HTTPOrder); }
            """, .protobuf, gives: [])
    }

    @Test func `names in other forms are told, each where it stands`() {
        expect(
            """
            syntax = "proto3";
            package ⟦shop.Orders⟧;
            message ⟦order_line⟧ { string ⟦orderId⟧ = 1; oneof ⟦PaidBy⟧ { string card = 2; } }
            enum ⟦state⟧ { STATE_UNSPECIFIED = 0; ⟦STATE_open⟧ = 1; ⟦CLOSED⟧ = 2; }
            service ⟦orders⟧ { rpc ⟦get⟧(order_line) returns (order_line); }
            """, .protobuf,
            gives: [
                "package-name", "message-name", "field-name", "oneof-name", "enum-name", "enum-value-name", "enum-value-prefix",
                "service-name", "service-name",
            ])
    }

    @Test func `zero is for what nobody set, and required is for ever`() {
        expect(
            """
            syntax = "proto2";
            package shop;
            message A { required string ⟦id⟧ = 1; optional group Inner = 2 { optional int32 a = 1; } }
            enum Plain { ⟦PLAIN_OPEN⟧ = 0; }
            enum Late { ⟦LATE_ONE⟧ = 1; }
            """, .protobuf, gives: ["required-field", "enum-zero-value", "enum-zero-value"])
    }

    @Test func `what is imported is not judged, and what is not used is told`() {
        expect(
            """
            syntax = "proto3";
            package shop;
            import ⟦"google/protobuf/struct.proto"⟧;
            message A { string a = 1; }
            """, .protobuf, gives: ["protobuf/unused-import"])
    }
}
