import ContractModel
import Diagnostics
import Testing

struct ProtobufCanonicalTextTests {
    private func canonical(_ text: String) throws -> String {
        let schema = protobufSchema(text)
        return schema.canonicalText(of: try #require(schema.file(at: "main.proto")))
    }

    @Test func `how a contract is written does not show in it`() throws {
        let first = try canonical(
            """
            // An order.
            syntax = "proto3";
            package shop;
            import "google/protobuf/timestamp.proto";
            option java_package = "com.shop"; option deprecated = true;
            message Order {
              string id = 1; // the key
              google.protobuf.Timestamp at = 2;
              reserved 5, 3 to 4; reserved "x", "b";
              oneof pay { bool cash = 6; Card card = 7; }
              message Card { string number = 1 [deprecated = true, json_name = "no"]; }
              map<string, Card> cards = 8;
              optional int32 n = 9;
            }
            """)
        let second = try canonical(
            """
            syntax = 'proto3'; package shop;
            import "google/protobuf/timestamp.proto";
            message Order {
              message Card { string number = 0x1 [json_name = "n" "o", deprecated = true]; }
              reserved "b"; reserved "x"; reserved 3; reserved 4, 5;
              optional int32 n = 011;
              map<string, .shop.Order.Card> cards = 8;
              oneof pay { Order.Card card = 7; bool cash = 6; }
              .google.protobuf.Timestamp at = 2;
              string id = 1;
            }
            option deprecated = true;
            option java_package = "com.shop";
            """)
        #expect(first == second)
        #expect(
            first == """
                syntax = "proto3";
                package shop;
                import "google/protobuf/timestamp.proto";
                option java_package = "com.shop";
                option deprecated = true;
                message Order {
                  message Card {
                    string number = 1 [json_name = "no", deprecated = true];
                  }
                  string id = 1;
                  .google.protobuf.Timestamp at = 2;
                  oneof pay {
                    bool cash = 6;
                    .shop.Order.Card card = 7;
                  }
                  map<string, .shop.Order.Card> cards = 8;
                  optional int32 n = 9;
                  reserved 3 to 5;
                  reserved "b";
                  reserved "x";
                }

                """)
    }

    @Test(arguments: ["int64 a = 1;", "int32 b = 1;", "int32 a = 2;", "repeated int32 a = 1;", "optional int32 a = 1;", "int32 a = 1 [deprecated = true];"])
    func `what a contract says does`(_ field: String) throws {
        func text(_ field: String) -> String { "syntax = \"proto3\";\nmessage M { \(field) }" }
        #expect(try canonical(text(field)) != canonical(text("int32 a = 1;")))
    }

    @Test func `it reads back as the same contract`() throws {
        let text = try canonical(
            """
            syntax = "proto2";
            import "google/protobuf/descriptor.proto";
            enum E { option allow_alias = true; B = 2; A = 1; C = 2 [deprecated = true]; reserved -5 to -1, 100 to max; reserved "Z"; }
            message M {
              optional group G = 1 [deprecated = true] { option no_standard_descriptor_accessor = true; required E e = 1 [default = C]; }
              optional double d = 2 [default = 1e-300]; optional float f = 3 [default = nan]; optional bytes b = 4 [default = "\\"\\x01é"];
              extensions 100 to 199, 300 [verification = UNVERIFIED];
              extend M { optional M m = 100; }
            }
            extend google.protobuf.MethodOptions { optional M auth = 50000; }
            service S { rpc Do(stream M) returns (M) { option (auth) = { d: 0.1 [M.m] { f: inf } G { e: A } }; } }
            """)
        #expect(try canonical(text) == text)
    }
}
