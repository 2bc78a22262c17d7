import Testing

/// Descriptors of texts of ours as protoc 35.1 wrote them (`--retain_options --descriptor_set_out`): what we write is held
/// against them where no protoc is at hand.
struct ProtobufDescriptorGolden: Sendable, CustomTestStringConvertible {
    var path: String
    var text: String
    /// The FileDescriptorProto, in base 64.
    var descriptor: String

    var testDescription: String { path }

    static let all = [proto2, proto3, edition2023, features, edition2024]

    static let proto2 = ProtobufDescriptorGolden(
        path: "proto2.proto",
        text: #"""
            syntax = "proto2";
            package shop.v1;
            import "google/protobuf/descriptor.proto";
            import public "google/protobuf/empty.proto";
            option java_package = "com.example.shop";
            option optimize_for = CODE_SIZE;
            option (level) = HIGH;
            option (rules) = { name: "all" limits: [1, -2] inner { name: "é\n" [shop.v1.Rules.extra] { ratio: 1.5 } } };
            enum Level { option allow_alias = true; LOW = 1; HIGH = 7 [deprecated = true]; TOP = 7; reserved -3 to -1, 100 to max; reserved "OLD"; }
            message Rules {
              optional string name = 1;
              repeated int32 limits = 2 [packed = true];
              optional Rules inner = 3;
              optional double ratio = 4;
              extensions 100 to 199, 300;
              extensions 1000 to max [verification = UNVERIFIED];
              extend Rules { optional Rules extra = 100; }
            }
            extend google.protobuf.FileOptions { optional Level level = 50000; optional Rules rules = 50001; }
            message Order {
              required string id = 1 [default = "none", deprecated = true];
              optional double price = 2 [default = 1e-7];
              optional float ratio = 3 [default = -inf];
              optional float third = 4 [default = 0.333333];
              optional bytes raw = 5 [default = "\0\x7f\xff\"'\\a"];
              optional Level level = 6 [default = HIGH];
              optional uint64 big = 7 [default = 0xFFFFFFFFFFFFFFFF];
              optional sint32 small = 8 [default = -0x80000000];
              repeated group Line = 9 { optional int64 count = 1 [jstype = JS_STRING]; option deprecated = true; }
              map<string, Order> related = 10;
              oneof payment { bool cash = 11; group Card = 12 { optional string number = 1 [json_name = "no"]; } }
              reserved 20, 30 to 39, 1000 to max;
              reserved "old", "older";
              option (google.protobuf.MessageOptions.deprecated) = false;
            }
            service Orders {
              option deprecated = true;
              rpc Get(Order) returns (stream .shop.v1.Order);
              rpc Put(stream Order) returns (google.protobuf.Empty) { option idempotency_level = IDEMPOTENT; }
              rpc Nop(Order) returns (Order) {}
            }
            """#,
        descriptor: """
            Cgxwcm90bzIucHJvdG8SB3Nob3AudjEaIGdvb2dsZS9wcm90b2J1Zi9kZXNjcmlwdG9yLnByb3RvGhtnb29nbGUvcHJvdG9idWYvZW1wdHkucH\
            JvdG8ixwEKBVJ1bGVzEhIKBG5hbWUYASABKAlSBG5hbWUSGgoGbGltaXRzGAIgAygFQgIQAVIGbGltaXRzEiQKBWlubmVyGAMgASgLMg4uc2hv\
            cC52MS5SdWxlc1IFaW5uZXISFAoFcmF0aW8YBCABKAFSBXJhdGlvKgUIZBDIASoGCKwCEK0CKg0I6AcQgICAgAIaAhgBMjQKBWV4dHJhEg4uc2\
            hvcC52MS5SdWxlcxhkIAEoCzIOLnNob3AudjEuUnVsZXNSBWV4dHJhIvkECgVPcmRlchIYCgJpZBgBIAIoCToEbm9uZUICGAFSAmlkEhsKBXBy\
            aWNlGAIgASgBOgUxZS0wN1IFcHJpY2USGgoFcmF0aW8YAyABKAI6BC1pbmZSBXJhdGlvEh4KBXRoaXJkGAQgASgCOggwLjMzMzMzM1IFdGhpcm\
            QSJQoDcmF3GAUgASgMOhNcMDAwXDE3N1wzNzdcIlwnXFxhUgNyYXcSKgoFbGV2ZWwYBiABKA4yDi5zaG9wLnYxLkxldmVsOgRISUdIUgVsZXZl\
            bBImCgNiaWcYByABKAQ6FDE4NDQ2NzQ0MDczNzA5NTUxNjE1UgNiaWcSIQoFc21hbGwYCCABKBE6Cy0yMTQ3NDgzNjQ4UgVzbWFsbBInCgRsaW\
            5lGAkgAygKMhMuc2hvcC52MS5PcmRlci5MaW5lUgRsaW5lEjUKB3JlbGF0ZWQYCiADKAsyGy5zaG9wLnYxLk9yZGVyLlJlbGF0ZWRFbnRyeVIH\
            cmVsYXRlZBIUCgRjYXNoGAsgASgISABSBGNhc2gSKQoEY2FyZBgMIAEoCjITLnNob3AudjEuT3JkZXIuQ2FyZEgAUgRjYXJkGiQKBExpbmUSGA\
            oFY291bnQYASABKANCAjABUgVjb3VudDoCGAEaSgoMUmVsYXRlZEVudHJ5EhAKA2tleRgBIAEoCVIDa2V5EiQKBXZhbHVlGAIgASgLMg4uc2hv\
            cC52MS5PcmRlclIFdmFsdWU6AjgBGhoKBENhcmQSEgoGbnVtYmVyGAEgASgJUgJubzoCGABCCQoHcGF5bWVudEoECBQQFUoECB4QKEoJCOgHEI\
            CAgIACUgNvbGRSBW9sZGVyKlIKBUxldmVsEgcKA0xPVxABEgwKBEhJR0gQBxoCCAESBwoDVE9QEAcaAhABIhYI/f//////////ARD/////////\
            //8BIggIZBD/////ByoDT0xEMpUBCgZPcmRlcnMSJwoDR2V0Eg4uc2hvcC52MS5PcmRlchoOLnNob3AudjEuT3JkZXIwARI0CgNQdXQSDi5zaG\
            9wLnYxLk9yZGVyGhYuZ29vZ2xlLnByb3RvYnVmLkVtcHR5IgOQAgIoARInCgNOb3ASDi5zaG9wLnYxLk9yZGVyGg4uc2hvcC52MS5PcmRlciIA\
            GgOIAgE6RAoFbGV2ZWwSHC5nb29nbGUucHJvdG9idWYuRmlsZU9wdGlvbnMY0IYDIAEoDjIOLnNob3AudjEuTGV2ZWxSBWxldmVsOkQKBXJ1bG\
            VzEhwuZ29vZ2xlLnByb3RvYnVmLkZpbGVPcHRpb25zGNGGAyABKAsyDi5zaG9wLnYxLlJ1bGVzUgVydWxlc0JBChBjb20uZXhhbXBsZS5zaG9w\
            SAKAtRgHirUYJQoDYWxsEgsB/v//////////ARoRCgPDqQqiBgkhAAAAAAAA+D9QAQ==
            """)

    static let proto3 = ProtobufDescriptorGolden(
        path: "proto3.proto",
        text: #"""
            syntax = "proto3";
            package shop;
            import "google/protobuf/timestamp.proto";
            import weak "google/protobuf/duration.proto";
            message Order {
              optional int32 maybe = 1;
              oneof _other { string other = 2; google.protobuf.Duration wait = 3; }
              optional google.protobuf.Timestamp _other2 = 4;
              repeated fixed32 packed_values = 5;
              repeated sfixed64 loose_values = 6 [packed = false];
              map<int64, Status> by_number = 7;
              message Inner { enum Kind { KIND_UNSPECIFIED = 0; KIND_A = -5; } Kind kind = 536870911; Order.Inner self = 18999; }
              Inner.Kind kind_of_inner = 15;
              bytes FOO_bar__baz = 16;
            }
            enum Status { STATUS_UNSPECIFIED = 0; STATUS_DONE = 0x10; }
            """#,
        descriptor: """
            Cgxwcm90bzMucHJvdG8SBHNob3AaH2dvb2dsZS9wcm90b2J1Zi90aW1lc3RhbXAucHJvdG8aHmdvb2dsZS9wcm90b2J1Zi9kdXJhdGlvbi5wcm\
            90byKHBQoFT3JkZXISGQoFbWF5YmUYASABKAVIAVIFbWF5YmWIAQESFgoFb3RoZXIYAiABKAlIAFIFb3RoZXISLwoEd2FpdBgDIAEoCzIZLmdv\
            b2dsZS5wcm90b2J1Zi5EdXJhdGlvbkgAUgR3YWl0EjgKB19vdGhlcjIYBCABKAsyGi5nb29nbGUucHJvdG9idWYuVGltZXN0YW1wSAJSBk90aG\
            VyMogBARIjCg1wYWNrZWRfdmFsdWVzGAUgAygHUgxwYWNrZWRWYWx1ZXMSJQoMbG9vc2VfdmFsdWVzGAYgAygQQgIQAFILbG9vc2VWYWx1ZXMS\
            NgoJYnlfbnVtYmVyGAcgAygLMhkuc2hvcC5PcmRlci5CeU51bWJlckVudHJ5UghieU51bWJlchI6Cg1raW5kX29mX2lubmVyGA8gASgOMhYuc2\
            hvcC5PcmRlci5Jbm5lci5LaW5kUgtraW5kT2ZJbm5lchIfCgxGT09fYmFyX19iYXoYECABKAxSCUZPT0JhckJhehpJCg1CeU51bWJlckVudHJ5\
            EhAKA2tleRgBIAEoA1IDa2V5EiIKBXZhbHVlGAIgASgOMgwuc2hvcC5TdGF0dXNSBXZhbHVlOgI4ARqTAQoFSW5uZXISLgoEa2luZBj/////AS\
            ABKA4yFi5zaG9wLk9yZGVyLklubmVyLktpbmRSBGtpbmQSJwoEc2VsZhi3lAEgASgLMhEuc2hvcC5PcmRlci5Jbm5lclIEc2VsZiIxCgRLaW5k\
            EhQKEEtJTkRfVU5TUEVDSUZJRUQQABITCgZLSU5EX0EQ+///////////AUIICgZfb3RoZXJCCAoGX21heWJlQgoKCFhfb3RoZXIyKjEKBlN0YX\
            R1cxIWChJTVEFUVVNfVU5TUEVDSUZJRUQQABIPCgtTVEFUVVNfRE9ORRAQWAFiBnByb3RvMw==
            """)

    static let edition2023 = ProtobufDescriptorGolden(
        path: "edition2023.proto",
        text: #"""
            edition = "2023";
            package shop;
            option features.field_presence = IMPLICIT;
            option features.enum_type = CLOSED;
            message Order {
              string id = 1 [features.field_presence = LEGACY_REQUIRED];
              repeated int32 numbers = 2 [features.repeated_field_encoding = EXPANDED];
              Order parent = 3 [features.message_encoding = DELIMITED];
              map<string, string> notes = 4 [features.utf8_validation = NONE];
              int32 count = 5 [features = { field_presence: EXPLICIT }, default = 5];
              reserved foo, bar;
              oneof either { option features.(fast).on = true; bytes left = 6; string right = 7; }
              Status status = 8 [features.field_presence = EXPLICIT];
            }
            enum Status { option features.json_format = LEGACY_BEST_EFFORT; STATUS_OPEN = 1; }
            import "features.proto";
            """#,
        descriptor: """
            ChFlZGl0aW9uMjAyMy5wcm90bxIEc2hvcBoOZmVhdHVyZXMucHJvdG8igQMKBU9yZGVyEhUKAmlkGAEgASgJQgWqAQIIA1ICaWQSHwoHbnVtYm\
            VycxgCIAMoBUIFqgECGAJSB251bWJlcnMSKgoGcGFyZW50GAMgASgLMgsuc2hvcC5PcmRlckIFqgECKAJSBnBhcmVudBIzCgVub3RlcxgEIAMo\
            CzIWLnNob3AuT3JkZXIuTm90ZXNFbnRyeUIFqgECIANSBW5vdGVzEh4KBWNvdW50GAUgASgFOgE1QgWqAQIIAVIFY291bnQSFAoEbGVmdBgGIA\
            EoDEgAUgRsZWZ0EhYKBXJpZ2h0GAcgASgJSABSBXJpZ2h0EisKBnN0YXR1cxgIIAEoDjIMLnNob3AuU3RhdHVzQgWqAQIIAVIGc3RhdHVzGkYK\
            Ck5vdGVzRW50cnkSFwoDa2V5GAEgASgJQgWqAQIgA1IDa2V5EhsKBXZhbHVlGAIgASgJQgWqAQIgA1IFdmFsdWU6AjgBQhIKBmVpdGhlchIICg\
            bi8AQCCAFSA2Zvb1IDYmFyKh8KBlN0YXR1cxIPCgtTVEFUVVNfT1BFThABGgQ6AjACQgeSAwQIAhACYghlZGl0aW9uc3DoBw==
            """)

    static let features = ProtobufDescriptorGolden(
        path: "features.proto",
        text: #"""
            syntax = "proto2";
            import "google/protobuf/descriptor.proto";
            message Fast { optional bool on = 1 [targets = TARGET_TYPE_ONEOF, targets = TARGET_TYPE_FILE, retention = RETENTION_RUNTIME, feature_support = { edition_introduced: EDITION_2023 }, edition_defaults = { edition: EDITION_LEGACY, value: "false" }]; }
            extend google.protobuf.FeatureSet { optional Fast fast = 9996; }
            """#,
        descriptor: """
            Cg5mZWF0dXJlcy5wcm90bxogZ29vZ2xlL3Byb3RvYnVmL2Rlc2NyaXB0b3IucHJvdG8iNAoERmFzdBIsCgJvbhgBIAEoCEIciAEBmAEFmAEBog\
            EKEgVmYWxzZRiEB7IBAwjoB1ICb246NwoEZmFzdBIbLmdvb2dsZS5wcm90b2J1Zi5GZWF0dXJlU2V0GIxOIAEoCzIFLkZhc3RSBGZhc3Q=
            """)

    static let edition2024 = ProtobufDescriptorGolden(
        path: "edition2024.proto",
        text: #"""
            edition = "2024";
            package shop.v2;
            import "google/protobuf/any.proto";
            import option "google/protobuf/cpp_features.proto";
            option features.(pb.cpp).string_type = CORD;
            export message Order { google.protobuf.Any any = 1; export message Line { int32 n = 1; } local enum Mode { MODE_UNSPECIFIED = 0; } Mode mode = 2; Line line = 3; }
            local enum Status { STATUS_UNSPECIFIED = 0; STATUS_OPEN = 1; }
            service OrderService { rpc GetOrder(Order) returns (Order.Line); }
            """#,
        descriptor: """
            ChFlZGl0aW9uMjAyNC5wcm90bxIHc2hvcC52MhoZZ29vZ2xlL3Byb3RvYnVmL2FueS5wcm90byK7AQoFT3JkZXISJgoDYW55GAEgASgLMhQuZ2\
            9vZ2xlLnByb3RvYnVmLkFueVIDYW55EicKBG1vZGUYAiABKA4yEy5zaG9wLnYyLk9yZGVyLk1vZGVSBG1vZGUSJwoEbGluZRgDIAEoCzITLnNo\
            b3AudjIuT3JkZXIuTGluZVIEbGluZRoWCgRMaW5lEgwKAW4YASABKAVSAW5YAiIeCgRNb2RlEhQKEE1PREVfVU5TUEVDSUZJRUQQADABWAIqMw\
            oGU3RhdHVzEhYKElNUQVRVU19VTlNQRUNJRklFRBAAEg8KC1NUQVRVU19PUEVOEAEwATI/CgxPcmRlclNlcnZpY2USLwoIR2V0T3JkZXISDi5z\
            aG9wLnYyLk9yZGVyGhMuc2hvcC52Mi5PcmRlci5MaW5lQgiSAwXCPgIQAmIIZWRpdGlvbnNw6Qd6Imdvb2dsZS9wcm90b2J1Zi9jcHBfZmVhdH\
            VyZXMucHJvdG8=
            """)
}
