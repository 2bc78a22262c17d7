// Generated from Specs/diagnostics/protobuf by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let protobufPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"protobuf/closed-enum"#,
            title: #"A closed enum is used where numbers without a name may come"#,
            meaning: #"""
                A field of proto3 and one with implicit presence hold numbers that their enum does not name; enums of proto2
                are closed and cannot.
                """#,
            example: #"""
                ```proto
                edition = "2023";
                message Order {
                  Status status = 1 [features.field_presence = IMPLICIT];
                }
                enum Status {
                  option features.enum_type = CLOSED;
                  OPEN = 0;
                }
                ```
                """#,
            remedy: #"Use an open enum, or explicit presence."#),
        DiagnosticPage(
            code: #"protobuf/default-value"#,
            title: #"A default does not fit its field"#,
            meaning: #"""
                A default is a value of the field's type. Repeated fields and messages have none, and neither have fields
                with implicit presence, where absent and zero are the same.
                """#,
            example: #"""
                ```proto
                syntax = "proto2";
                message Order {
                  optional int32 count = 1 [default = "one"];
                }
                ```
                """#,
            remedy: #"Write a value of the type, or remove the default."#),
        DiagnosticPage(
            code: #"protobuf/descriptor-accessor-deleted"#,
            title: #"A message loses its accessor of descriptors"#,
            meaning: #"""
                With `no_standard_descriptor_accessor` the method that gives the descriptor is not generated;
                programs that call it do not compile any more.

                It breaks programs that were written against the generated code, but neither binary data nor JSON.
                """#,
            example: #"""
                ```diff
                 message Order {
                +  option no_standard_descriptor_accessor = true;
                   string id = 1;
                 }
                ```
                """#,
            remedy: #"Do not set the option."#),
        DiagnosticPage(
            code: #"protobuf/duplicate-name"#,
            title: #"A name is declared twice"#,
            meaning: #"""
                Fields, oneofs, messages and enums of one scope have different names, and so have the packages and
                definitions of all files that are used together. Values of an enum stand beside the enum, not in it.
                """#,
            example: #"""
                ```proto
                syntax = "proto3";
                message Order {
                  string id = 1;
                  int64 id = 2;
                }
                ```
                """#,
            remedy: #"Rename one. Values of enums are commonly begun with the enum's name: `STATUS_OPEN`."#),
        DiagnosticPage(
            code: #"protobuf/duplicate-number"#,
            title: #"A number is taken twice"#,
            meaning: #"On the wire a field is its number, so each field and each extension of a message has its own."#,
            example: #"""
                ```proto
                syntax = "proto3";
                message Order {
                  string id = 1;
                  string note = 1;
                }
                ```
                """#,
            remedy: #"Give the newer field a number that was never used."#),
        DiagnosticPage(
            code: #"protobuf/empty-definition"#,
            title: #"Something is declared that has nothing in it"#,
            meaning: #"An enum has at least one value, a oneof at least one field, an extend at least one extension."#,
            example: #"""
                ```proto
                syntax = "proto3";
                message Order {
                  oneof payment {}
                }
                ```
                """#,
            remedy: #"Fill it, or remove it."#),
        DiagnosticPage(
            code: #"protobuf/enum-alias"#,
            title: #"Two values have one number without leave, or leave is given for nothing"#,
            meaning: #"`option allow_alias = true` says that several names for a number are meant."#,
            example: #"""
                ```proto
                syntax = "proto3";
                enum Status {
                  UNKNOWN = 0;
                  OPEN = 1;
                  ACTIVE = 1;
                }
                ```
                """#,
            remedy: #"Change a number, or set the option; remove the option where there is no alias."#),
        DiagnosticPage(
            code: #"protobuf/enum-deleted"#,
            title: #"An enum is deleted"#,
            meaning: #"""
                Programs that use the enum do not compile any more. Below source level it is told, and allowed.

                It breaks programs that were written against the generated code, but neither binary data nor JSON.
                """#,
            example: #"""
                ```diff
                 message Order {
                   string id = 1;
                 }
                -enum Colour {
                -  COLOUR_UNKNOWN = 0;
                -}
                ```
                """#,
            remedy: #"Keep the enum, with `option deprecated = true;`, until nobody uses it."#),
        DiagnosticPage(
            code: #"protobuf/enum-json-format-changed"#,
            title: #"An enum is not promised to have a JSON form any more"#,
            meaning: #"""
                With `json_format = LEGACY_BEST_EFFORT` names of values may clash, and what is read and written is
                left to each library. To go from there to `ALLOW` is allowed.

                It breaks JSON and generated code, but not binary data.
                """#,
            example: #"""
                ```diff
                 edition = "2023";
                 package shop;
                 enum Status {
                +  option features.json_format = LEGACY_BEST_EFFORT;
                   STATUS_UNKNOWN = 0;
                 }
                ```
                """#,
            remedy: #"Keep `ALLOW`, which is the default of proto3 and of editions."#),
        DiagnosticPage(
            code: #"protobuf/enum-name"#,
            title: #"Two values of an enum are the same without the enum's name"#,
            meaning: #"""
                Many languages leave the enum's name out of its values' names and change their letters; what is left has to
                differ. In proto2 this is a warning.
                """#,
            example: #"""
                ```proto
                syntax = "proto3";
                enum Status {
                  STATUS_OPEN = 0;
                  OPEN = 1;
                }
                ```
                """#,
            remedy: #"Rename one of the values."#),
        DiagnosticPage(
            code: #"protobuf/enum-number"#,
            title: #"The number of a value is too large"#,
            meaning: #"Values of enums have 32 bits, with a sign."#,
            example: #"""
                ```proto
                syntax = "proto3";
                enum Status {
                  UNKNOWN = 0;
                  FAR = 3000000000;
                }
                ```
                """#,
            remedy: #"Take a number from -2147483648 to 2147483647."#),
        DiagnosticPage(
            code: #"protobuf/enum-openness-changed"#,
            title: #"An enum changes between open and closed"#,
            meaning: #"""
                A number without a name is a value of an open enum, and an unknown field with a closed one: programs
                see the number, or the default. proto2 has closed enums, proto3 open ones.

                It breaks programs that were written against the generated code, but neither binary data nor JSON.
                """#,
            example: #"""
                ```diff
                 edition = "2023";
                 package shop;
                 enum Status {
                +  option features.enum_type = CLOSED;
                   STATUS_UNKNOWN = 0;
                 }
                ```
                """#,
            remedy: #"Keep the feature."#),
        DiagnosticPage(
            code: #"protobuf/enum-reservation-deleted"#,
            title: #"An enum gives up numbers or names that it had reserved"#,
            meaning: #"""
                What was reserved had a meaning once: a new value with that number or name would read old data as
                something else.

                It breaks at every level: binary data, JSON and source.
                """#,
            example: #"""
                ```diff
                 enum Status {
                -  reserved 2, 4 to 6;
                +  reserved 4 to 6;
                   STATUS_UNKNOWN = 0;
                 }
                ```
                """#,
            remedy: #"Keep the reservation. Numbers are not scarce."#),
        DiagnosticPage(
            code: #"protobuf/enum-value-deleted"#,
            title: #"A value of an enum is deleted"#,
            meaning: #"""
                Programs that use the value do not compile any more. At the other levels a value may be deleted if
                its number, and for JSON its name, are reserved.

                It breaks programs that were written against the generated code, but neither binary data nor JSON.
                """#,
            example: #"""
                ```diff
                 enum Status {
                   STATUS_UNKNOWN = 0;
                -  STATUS_LOST = 1;
                +  reserved 1;
                +  reserved "STATUS_LOST";
                 }
                ```
                """#,
            remedy: #"Keep the value, with `[deprecated = true]`."#),
        DiagnosticPage(
            code: #"protobuf/enum-value-name-not-reserved"#,
            title: #"A value of an enum is deleted, and its name is left free"#,
            meaning: #"""
                In JSON values are known by name: another value of that name would read the old one's data.

                JSON breaks; at the other levels the same change has a code of its own.
                """#,
            example: #"""
                ```diff
                 enum Status {
                   STATUS_UNKNOWN = 0;
                -  STATUS_LOST = 1;
                +  reserved 1;
                 }
                ```
                """#,
            remedy: #"Reserve the name, too: `reserved "STATUS_LOST";`."#),
        DiagnosticPage(
            code: #"protobuf/enum-value-number-not-reserved"#,
            title: #"A value of an enum is deleted, and its number is left free"#,
            meaning: #"""
                The number may be given to another value, as which old data is then read.

                Binary data and JSON break; at source level the same change has a code of its own.
                """#,
            example: #"""
                ```diff
                 enum Status {
                   STATUS_UNKNOWN = 0;
                -  STATUS_LOST = 1;
                 }
                ```
                """#,
            remedy: #"Reserve the number: `reserved 1;`."#),
        DiagnosticPage(
            code: #"protobuf/enum-value-renamed"#,
            title: #"A value of an enum is renamed"#,
            meaning: #"""
                The number stays and with it the binary data; JSON and programs know the value by its name. At wire
                level it is told, and allowed. To add a second name with `allow_alias` renames nothing.

                It breaks JSON and generated code, but not binary data.
                """#,
            example: #"""
                ```diff
                 enum Status {
                   STATUS_UNKNOWN = 0;
                -  STATUS_LOST = 1;
                +  STATUS_MISSING = 1;
                 }
                ```
                """#,
            remedy: #"Keep the name."#),
        DiagnosticPage(
            code: #"protobuf/enum-zero"#,
            title: #"An open enum does not begin with zero"#,
            meaning: #"In proto3 and editions the first value is the default, which is never sent, so it is zero."#,
            example: #"""
                ```proto
                syntax = "proto3";
                enum Status {
                  STATUS_OPEN = 1;
                }
                ```
                """#,
            remedy: #"Put a value with number 0 first: `STATUS_UNSPECIFIED = 0`."#),
        DiagnosticPage(
            code: #"protobuf/extension-declaration"#,
            title: #"An extension is not as its range declares it, or the declaration is wrong"#,
            meaning: #"""
                A range may declare with `declaration` which extensions it is for: number, full name, type, and whether it
                is repeated. What extends the message has to agree.
                """#,
            example: #"""
                ```proto
                syntax = "proto2";
                package shop;
                message Order {
                  extensions 100 to 199 [declaration = { number: 100 full_name: ".shop.note" type: "string" }];
                }
                extend Order {
                  optional int32 note = 100;
                }
                ```
                """#,
            remedy: #"Change the extension, or its declaration."#),
        DiagnosticPage(
            code: #"protobuf/extension-deleted"#,
            title: #"An extension is deleted"#,
            meaning: #"""
                Programs that set or read the extension do not compile any more; data that has it keeps it as an
                unknown field. Below source level it is told, and allowed.

                It breaks programs that were written against the generated code, but neither binary data nor JSON.
                """#,
            example: #"""
                ```diff
                 syntax = "proto2";
                 package shop;
                 message Order {
                   extensions 100 to 199;
                 }
                -extend Order {
                -  optional string gift_note = 100;
                -}
                ```
                """#,
            remedy: #"Keep the extension, with `[deprecated = true]`, until nobody uses it."#),
        DiagnosticPage(
            code: #"protobuf/extension-number"#,
            title: #"An extension has a number that its message does not offer"#,
            meaning: #"A message says with `extensions` which numbers others may add. Others it keeps."#,
            example: #"""
                ```proto
                syntax = "proto2";
                message Order {
                  extensions 100 to 199;
                }
                extend Order {
                  optional string note = 5;
                }
                ```
                """#,
            remedy: #"Take a number of a range."#),
        DiagnosticPage(
            code: #"protobuf/extension-range-deleted"#,
            title: #"Numbers are open to extensions no more"#,
            meaning: #"""
                Extensions that others declared with these numbers do not compile any more.

                It breaks programs that were written against the generated code, but neither binary data nor JSON.
                """#,
            example: #"""
                ```diff
                 syntax = "proto2";
                 package shop;
                 message Order {
                -  extensions 100 to 199;
                +  extensions 100 to 149;
                 }
                ```
                """#,
            remedy: #"Keep the range. It may grow, and be joined with others, but not shrink."#),
        DiagnosticPage(
            code: #"protobuf/feature-lifetime"#,
            title: #"A feature or option is not in this edition, or ends with it"#,
            meaning: #"Features are introduced with an edition, deprecated with one and removed with one."#,
            example: #"""
                ```proto
                edition = "2023";
                option features.enforce_naming_style = STYLE2024;
                message Order {}
                ```
                """#,
            remedy: #"Take what this edition has, or change the edition."#),
        DiagnosticPage(
            code: #"protobuf/feature"#,
            title: #"A feature is set where it means nothing"#,
            meaning: #"""
                Features are of editions, and each goes with some fields only: `field_presence` with singular ones,
                `repeated_field_encoding` with repeated ones, `utf8_validation` with strings.
                """#,
            example: #"""
                ```proto
                edition = "2023";
                message Order {
                  repeated string notes = 1 [features.field_presence = EXPLICIT];
                }
                ```
                """#,
            remedy: #"Remove the feature, or begin the file with an edition."#),
        DiagnosticPage(
            code: #"protobuf/field-cardinality-changed"#,
            title: #"A field changes between single, optional, required, repeated and map"#,
            meaning: #"""
                Generated code has another type for the field, or other methods, such as the one that tells whether
                it is there.

                It breaks programs that were written against the generated code, but neither binary data nor JSON.
                """#,
            example: #"""
                ```diff
                 message Order {
                -  string note = 1;
                +  optional string note = 1;
                 }
                ```
                """#,
            remedy: #"Keep the label. Add a field with a new number if another is needed."#),
        DiagnosticPage(
            code: #"protobuf/field-cpp-string-type-changed"#,
            title: #"Text of a field has another type in C++"#,
            meaning: #"""
                `ctype` and the feature `(pb.cpp).string_type` decide whether generated C++ has a string, a cord or
                a view.

                It breaks programs that were written against the generated code, but neither binary data nor JSON.
                """#,
            example: #"""
                ```diff
                 message Order {
                -  string note = 1;
                +  string note = 1 [ctype = CORD];
                 }
                ```
                """#,
            remedy: #"Keep the option."#),
        DiagnosticPage(
            code: #"protobuf/field-default-changed"#,
            title: #"A field has another default"#,
            meaning: #"""
                A field that is not in the data reads as its default: the same data means something else. The
                default of an enum is its first value where none is written.

                It breaks at every level: binary data, JSON and source.
                """#,
            example: #"""
                ```diff
                 syntax = "proto2";
                 package shop;
                 message Order {
                -  optional int32 copies = 1 [default = 1];
                +  optional int32 copies = 1 [default = 2];
                 }
                ```
                """#,
            remedy: #"Keep the default; let programs choose another where the field is not there."#),
        DiagnosticPage(
            code: #"protobuf/field-deleted"#,
            title: #"A field is deleted"#,
            meaning: #"""
                Programs that use the field do not compile any more. At the other levels a field may be deleted if
                its number, and for JSON its name, are reserved.

                It breaks programs that were written against the generated code, but neither binary data nor JSON.
                """#,
            example: #"""
                ```diff
                 message Order {
                   string id = 1;
                -  string note = 2;
                +  reserved 2;
                +  reserved "note";
                 }
                ```
                """#,
            remedy: #"""
                Keep the field, with `[deprecated = true]`. Or compare at the level of the data, if nobody builds
                against the generated code.
                """#),
        DiagnosticPage(
            code: #"protobuf/field-java-utf8-validation-changed"#,
            title: #"Text of a field is checked to be UTF-8 in Java, or is so no more"#,
            meaning: #"""
                `java_string_check_utf8` and the feature `(pb.java).utf8_validation` decide whether Java refuses
                text that is not UTF-8.

                It breaks programs that were written against the generated code, but neither binary data nor JSON.
                """#,
            example: #"""
                ```diff
                 syntax = "proto2";
                 package shop;
                +option java_string_check_utf8 = true;
                 message Order {
                   optional string note = 1;
                 }
                ```
                """#,
            remedy: #"Keep the option."#),
        DiagnosticPage(
            code: #"protobuf/field-json-cardinality-changed"#,
            title: #"A field changes between single, required, repeated and map"#,
            meaning: #"""
                In JSON repeated values are an array and a map is an object, which readers of a single value refuse.
                A field without a label may become `optional`, and back.

                JSON breaks; at the other levels the same change has a code of its own.
                """#,
            example: #"""
                ```diff
                 message Order {
                -  string note = 1;
                +  repeated string note = 1;
                 }
                ```
                """#,
            remedy: #"Add a field with the new label and a new number and name, and write both for a while."#),
        DiagnosticPage(
            code: #"protobuf/field-json-name-changed"#,
            title: #"A field has another name in JSON"#,
            meaning: #"""
                What is written under one name is not found under the other.

                It breaks JSON and generated code, but not binary data.
                """#,
            example: #"""
                ```diff
                 message Order {
                -  string gift_note = 1;
                +  string gift_note = 1 [json_name = "note"];
                 }
                ```
                """#,
            remedy: #"""
                Keep the JSON name. When a field is renamed, `json_name` can keep it for JSON, but field masks and
                programs still see the new name.
                """#),
        DiagnosticPage(
            code: #"protobuf/field-json-type-changed"#,
            title: #"A field changes to a type with other bytes or other JSON"#,
            meaning: #"""
                Allowed are changes between `int32` and `uint32`, `int64` and `uint64`, `fixed32` and `sfixed32`,
                `fixed64` and `sfixed64`, and to an enum of the same last name that has all old values. A 64-bit
                integer is a string in JSON, `bytes` are base64.

                JSON breaks; at the other levels the same change has a code of its own.
                """#,
            example: #"""
                ```diff
                 message Order {
                -  int32 total = 1;
                +  int64 total = 1;
                 }
                ```
                """#,
            remedy: #"""
                Add a field with the new type and a new number and name, write both for a while, and delete the old
                one with both reserved.
                """#),
        DiagnosticPage(
            code: #"protobuf/field-jstype-changed"#,
            title: #"A 64-bit field has another type in JavaScript"#,
            meaning: #"""
                `jstype` decides whether generated JavaScript has a string or a number.

                It breaks programs that were written against the generated code, but neither binary data nor JSON.
                """#,
            example: #"""
                ```diff
                 message Order {
                -  int64 total = 1;
                +  int64 total = 1 [jstype = JS_STRING];
                 }
                ```
                """#,
            remedy: #"Keep the option."#),
        DiagnosticPage(
            code: #"protobuf/field-label"#,
            title: #"A field has the wrong label, or none"#,
            meaning: #"""
                proto2 wants `optional`, `required` or `repeated` on every field outside of oneofs; fields of oneofs have
                none; extensions are not required.
                """#,
            example: #"""
                ```proto
                syntax = "proto2";
                message Order {
                  string id = 1;
                }
                ```
                """#,
            remedy: #"Write the label, or remove it."#),
        DiagnosticPage(
            code: #"protobuf/field-name-not-reserved"#,
            title: #"A field is deleted, and its name is left free"#,
            meaning: #"""
                In JSON fields are known by name: another field of that name would read the old one's values.

                JSON breaks; at the other levels the same change has a code of its own.
                """#,
            example: #"""
                ```diff
                 message Order {
                   string id = 1;
                -  string note = 2;
                +  reserved 2;
                 }
                ```
                """#,
            remedy: #"Reserve the name, too: `reserved "note";`."#),
        DiagnosticPage(
            code: #"protobuf/field-number-not-reserved"#,
            title: #"A field is deleted, and its number is left free"#,
            meaning: #"""
                The number may be given to another field, which then reads the old one's bytes as its own: in old
                data, and from writers that have not been changed yet.

                Binary data and JSON break; at source level the same change has a code of its own.
                """#,
            example: #"""
                ```diff
                 message Order {
                   string id = 1;
                -  string note = 2;
                 }
                ```
                """#,
            remedy: #"Reserve the number: `reserved 2;`."#),
        DiagnosticPage(
            code: #"protobuf/field-number"#,
            title: #"A field's number cannot be one"#,
            meaning: #"Numbers go from 1 to 536870911, without those from 19000 to 19999, which Protobuf keeps for itself."#,
            example: #"""
                ```proto
                syntax = "proto3";
                message Order {
                  string id = 0;
                }
                ```
                """#,
            remedy: #"Take a free number. Those up to 15 take one byte on the wire."#),
        DiagnosticPage(
            code: #"protobuf/field-oneof-changed"#,
            title: #"A field moves into a oneof, out of it, or to another"#,
            meaning: #"""
                Of the members of a oneof the last one read is kept: what was set side by side is lost. The other
                way round old readers drop what new writers set side by side. A renamed oneof counts as another.

                It breaks at every level: binary data, JSON and source.
                """#,
            example: #"""
                ```diff
                 message Payment {
                -  string card = 1;
                -  string transfer = 2;
                +  oneof means {
                +    string card = 1;
                +    string transfer = 2;
                +  }
                 }
                ```
                """#,
            remedy: #"Add new fields with new numbers to the oneof, and deprecate the old ones."#),
        DiagnosticPage(
            code: #"protobuf/field-renamed"#,
            title: #"A field is renamed"#,
            meaning: #"""
                The number stays and with it the binary data; JSON, field masks and programs know the field by its
                name. At wire level it is told, and allowed.

                It breaks JSON and generated code, but not binary data.
                """#,
            example: #"""
                ```diff
                 message Order {
                -  string note = 1;
                +  string remark = 1;
                 }
                ```
                """#,
            remedy: #"Keep the name."#),
        DiagnosticPage(
            code: #"protobuf/field-type-changed"#,
            title: #"A field changes its type"#,
            meaning: #"""
                Generated code has another type for the field. A message or enum of another full name is another
                type, whatever it holds.

                It breaks programs that were written against the generated code, but neither binary data nor JSON.
                """#,
            example: #"""
                ```diff
                 message Order {
                -  int32 total = 1;
                +  int64 total = 1;
                 }
                ```
                """#,
            remedy: #"Add a field with the new type and a new number, write both for a while, and deprecate the old one."#),
        DiagnosticPage(
            code: #"protobuf/field-type-unknown"#,
            title: #"A field has a type that could not be found"#,
            meaning: #"""
                One of the versions names a type that none of its files declares. What it would hold is not known,
                and is taken to break.

                It counts as breaking at every level.
                """#,
            example: #"""
                ```diff
                 message Order {
                -  string customer = 1;
                +  Customer customer = 1;
                 }
                ```
                """#,
            remedy: #"Give the file that declares the type, as an import and among the contract's references."#),
        DiagnosticPage(
            code: #"protobuf/field-utf8-validation-changed"#,
            title: #"Text of a field is checked to be UTF-8, or is so no more"#,
            meaning: #"""
                With `utf8_validation = VERIFY` text that is not UTF-8 is refused; without, it gets through to the
                program.

                It breaks programs that were written against the generated code, but neither binary data nor JSON.
                """#,
            example: #"""
                ```diff
                 edition = "2023";
                 package shop;
                 message Order {
                -  string note = 1 [features.utf8_validation = NONE];
                +  string note = 1;
                 }
                ```
                """#,
            remedy: #"Keep the feature. Text that may not be UTF-8 belongs in `bytes`."#),
        DiagnosticPage(
            code: #"protobuf/field-wire-cardinality-changed"#,
            title: #"A field changes between single, required and repeated"#,
            meaning: #"""
                Of repeated values readers of a single one see the last, or an error where numbers are packed; a
                required field has to be there. A field without a label may become `optional`, and back.

                Binary data breaks; at the other levels the same change has a code of its own.
                """#,
            example: #"""
                ```diff
                 message Order {
                -  string note = 1;
                +  repeated string note = 1;
                 }
                ```
                """#,
            remedy: #"Add a field with the new label and a new number, and write both for a while."#),
        DiagnosticPage(
            code: #"protobuf/field-wire-type-changed"#,
            title: #"A field changes to a type that reads its bytes as something else"#,
            meaning: #"""
                Allowed are changes among `int32`, `int64`, `uint32`, `uint64` and `bool`; between `sint32` and
                `sint64`; between `fixed32` and `sfixed32`; between `fixed64` and `sfixed64`; from `string` to
                `bytes` where readers have the new version, and to `string` where they have the old one; and to an
                enum of the same last name that has all old values. Smaller types cut off what does not fit.

                Binary data breaks; at the other levels the same change has a code of its own.
                """#,
            example: #"""
                ```diff
                 message Order {
                -  string total = 1;
                +  double total = 1;
                 }
                ```
                """#,
            remedy: #"""
                Add a field with the new type and a new number, write both for a while, and delete the old one with
                its number reserved.
                """#),
        DiagnosticPage(
            code: #"protobuf/file-deleted"#,
            title: #"A file is deleted"#,
            meaning: #"""
                A .proto file that others import is not there any more. What it declared may be elsewhere: whoever
                imports the file does not find it. Below source level it is told, and allowed. A file that a
                contract imports no more is no deletion.

                It breaks programs that were written against the generated code, but neither binary data nor JSON.
                """#,
            example: #"""
                ```text
                At first there are shop/orders.proto and shop/refunds.proto; later there is shop/orders.proto alone.
                ```
                """#,
            remedy: #"Keep the file, if only to import the one that has its place: `import public "shop/orders.proto";`."#),
        DiagnosticPage(
            code: #"protobuf/file-option-changed"#,
            title: #"An option that generated code hangs on changes"#,
            meaning: #"""
                `java_package`, `go_package`, `csharp_namespace` and their like decide under what name programs find
                the generated code.

                It breaks programs that were written against the generated code, but neither binary data nor JSON.
                """#,
            example: #"""
                ```diff
                 syntax = "proto3";
                 package shop;
                -option java_package = "com.example.shop";
                +option java_package = "com.example.store";
                 message Order {
                   string id = 1;
                 }
                ```
                """#,
            remedy: #"""
                Keep the option. If the name has to change, tell those who build against the contract, and change it
                with a new version of their library.
                """#),
        DiagnosticPage(
            code: #"protobuf/group-name"#,
            title: #"A group's name begins with a small letter"#,
            meaning: #"""
                A group declares a message and a field at once: the message has the name as written, the field the
                same name in small letters.
                """#,
            example: #"""
                ```proto
                syntax = "proto2";
                message Order {
                  optional group line = 1 {
                    optional string item = 1;
                  }
                }
                ```
                """#,
            remedy: #"Begin the name with a capital."#),
        DiagnosticPage(
            code: #"protobuf/import-cycle"#,
            title: #"A file imports itself, directly or through others"#,
            meaning: #"Files are read before those that import them, so a cycle has no beginning."#,
            example: #"""
                ```proto
                syntax = "proto3";
                import "b.proto";
                message A { B b = 1; }
                // file: b.proto
                syntax = "proto3";
                import "main.proto";
                message B {}
                ```
                """#,
            remedy: #"Move what both need into a third file."#),
        DiagnosticPage(
            code: #"protobuf/import-not-found"#,
            title: #"An imported file is not there"#,
            meaning: #"Imports are looked up from the root of the contract's files, not from the folder of the importing one."#,
            example: #"""
                ```proto
                syntax = "proto3";
                import "shop/itme.proto";
                ```
                """#,
            remedy: #"Correct the path, or put the file among the contract's files. Files under google/protobuf/ are built in."#),
        DiagnosticPage(
            code: #"protobuf/import-twice"#,
            title: #"A file is imported twice"#,
            meaning: #"The second import does nothing; protoc refuses it."#,
            example: #"""
                ```proto
                syntax = "proto3";
                import "google/protobuf/empty.proto";
                import "google/protobuf/empty.proto";
                message Order { google.protobuf.Empty nothing = 1; }
                ```
                """#,
            remedy: #"Remove one."#),
        DiagnosticPage(
            code: #"protobuf/invalid-character"#,
            title: #"No token begins with this character"#,
            meaning: #"""
                Outside of strings and comments stand names, numbers and a few signs. A character that is none of
                them is often a quotation mark or a minus that a text editor made beautiful.
                """#,
            example: #"""
                ```proto
                syntax = "proto3";
                message Order { string id = 1§; }
                ```
                """#,
            remedy: #"Remove the character, or write the plain one."#),
        DiagnosticPage(
            code: #"protobuf/invalid-number"#,
            title: #"A number is not written as one"#,
            meaning: #"""
                Integers are decimal, octal with a leading 0, or hexadecimal with 0x; a number ends before a name
                begins; there are no digits apart by `_`.
                """#,
            example: #"""
                ```proto
                syntax = "proto3";
                message Order { string id = 0x; }
                ```
                """#,
            remedy: #"Write the number out. Note that `010` is eight."#),
        DiagnosticPage(
            code: #"protobuf/invalid-string"#,
            title: #"A string does not end, or has an escape that there is not"#,
            meaning: #"""
                A string ends on its line, with the quotation mark that it began with. `\` begins an escape:
                `\n`, `\t`, `\"`, `\x41`, `\101`, `\u00e9`.
                """#,
            example: #"""
                ```proto
                syntax = "proto3";
                option java_package = "a\qb";
                ```
                """#,
            remedy: #"Close the string, or write `\\` for a backslash. Long strings are several strings after each other."#),
        DiagnosticPage(
            code: #"protobuf/invalid-utf8"#,
            title: #"The file is not UTF-8"#,
            meaning: #"""
                Protobuf files are UTF-8. A file in another encoding, or one that was cut within a character, cannot
                be read as its writer meant it.
                """#,
            example: #"""
                ```text
                // caf\xE9
                ```

                where `\xE9` stands for the one byte E9.
                """#,
            remedy: #"Store the file as UTF-8. Bytes that are no text are written as escapes: `"\xE9"`."#),
        DiagnosticPage(
            code: #"protobuf/json-name"#,
            title: #"Two fields have one name in JSON, or a name that cannot be"#,
            meaning: #"""
                In JSON a field has the name of its `json_name`, or its own without underscores and with capitals after
                them. Fields of a message have different ones. In proto2 this is a warning.
                """#,
            example: #"""
                ```proto
                syntax = "proto3";
                message Order {
                  string order_id = 1;
                  string orderId = 2;
                }
                ```
                """#,
            remedy: #"Rename a field, or give it another `json_name`."#),
        DiagnosticPage(
            code: #"protobuf/map-field"#,
            title: #"A map stands or is made as it cannot be"#,
            meaning: #"""
                Keys of a map are integers, booleans or strings. A map has no label, and is no extension and no member
                of a oneof. The message that holds its entries is not used otherwise.
                """#,
            example: #"""
                ```proto
                syntax = "proto3";
                message Order {
                  map<double, string> notes = 1;
                }
                ```
                """#,
            remedy: #"Choose another type of keys, or use a repeated message with two fields."#),
        DiagnosticPage(
            code: #"protobuf/message-deleted"#,
            title: #"A message is deleted"#,
            meaning: #"""
                Programs that use the message do not compile any more. Below source level it is told, and allowed:
                data does not name its type. Where records of a topic had that very type, readers of the new version
                cannot read them.

                It breaks programs that were written against the generated code, but neither binary data nor JSON.
                """#,
            example: #"""
                ```diff
                 message Order {
                   string id = 1;
                 }
                -message Refund {
                -  string id = 1;
                -}
                ```
                """#,
            remedy: #"Keep the message, with `option deprecated = true;`, until nobody reads it."#),
        DiagnosticPage(
            code: #"protobuf/message-json-format-changed"#,
            title: #"A message is not promised to have a JSON form any more"#,
            meaning: #"""
                With `json_format = LEGACY_BEST_EFFORT` JSON names of fields may clash, and what is read and written
                is left to each library. To go from there to `ALLOW` is allowed.

                It breaks JSON and generated code, but not binary data.
                """#,
            example: #"""
                ```diff
                 edition = "2023";
                 package shop;
                 message Order {
                +  option features.json_format = LEGACY_BEST_EFFORT;
                   string id = 1;
                 }
                ```
                """#,
            remedy: #"Keep `ALLOW`, which is the default of proto3 and of editions."#),
        DiagnosticPage(
            code: #"protobuf/message-reservation-deleted"#,
            title: #"A message gives up numbers or names that it had reserved"#,
            meaning: #"""
                What was reserved had a meaning once: a new field with that number or name would read old data as
                something else.

                It breaks at every level: binary data, JSON and source.
                """#,
            example: #"""
                ```diff
                 message Order {
                -  reserved 2, 4 to 6;
                +  reserved 4 to 6;
                   string id = 1;
                 }
                ```
                """#,
            remedy: #"Keep the reservation. Numbers are not scarce."#),
        DiagnosticPage(
            code: #"protobuf/message-set"#,
            title: #"A message set has something that it cannot have"#,
            meaning: #"""
                `message_set_wire_format` is an old format that holds optional messages as extensions, and nothing else.
                proto3 has none.
                """#,
            example: #"""
                ```proto
                syntax = "proto2";
                message Parts {
                  option message_set_wire_format = true;
                  extensions 4 to max;
                  optional int32 count = 1;
                }
                ```
                """#,
            remedy: #"Use an ordinary message."#),
        DiagnosticPage(
            code: #"protobuf/missing-syntax"#,
            title: #"The file does not say its syntax"#,
            meaning: #"""
                Without a `syntax` or `edition` statement a file is proto2. That is seldom meant, and other tools warn
                as well.
                """#,
            example: #"""
                ```proto
                message Order {
                  optional string id = 1;
                }
                ```
                """#,
            remedy: #"Begin the file with `syntax = "proto3";`, or with what it is written in."#),
        DiagnosticPage(
            code: #"protobuf/naming-style"#,
            title: #"A name is not as the style guide has it"#,
            meaning: #"""
                From edition 2024 on names follow Protobuf's style guide: TitleCase for messages, enums, services and
                rpcs, lower_snake_case for fields, oneofs and packages, UPPER_SNAKE_CASE for values of enums.
                """#,
            example: #"""
                ```proto
                edition = "2024";
                message Order {
                  string orderId = 1;
                }
                ```
                """#,
            remedy: #"Rename it, or write `option features.enforce_naming_style = STYLE_LEGACY;`."#),
        DiagnosticPage(
            code: #"protobuf/not-imported"#,
            title: #"A name is declared in a file that is not imported"#,
            meaning: #"A file uses what it declares, what it imports, and what those files import publicly, and nothing else."#,
            example: #"""
                ```proto
                syntax = "proto3";
                message Order {
                  google.protobuf.Timestamp placed = 1;
                }
                ```
                """#,
            remedy: #"Import the file, as the suggestion says."#),
        DiagnosticPage(
            code: #"protobuf/not-in-this-edition"#,
            title: #"Something is of another syntax or edition"#,
            meaning: #"""
                What may be written hangs on the first line of the file: proto3 has no required fields, no defaults
                and no extension ranges, editions have features in place of labels and groups, and proto2 writes
                reserved names in quotes.
                """#,
            example: #"""
                ```proto
                syntax = "proto3";
                message Order {
                  required string id = 1;
                }
                ```
                """#,
            remedy: #"Write it as this edition has it, as the suggestion says, or change the edition."#),
        DiagnosticPage(
            code: #"protobuf/not-visible"#,
            title: #"A name is local to another file, or exported from where it cannot be"#,
            meaning: #"""
                From edition 2024 on messages and enums are `export` or `local`; those in other messages are local unless
                they say otherwise.
                """#,
            example: #"""
                ```proto
                edition = "2024";
                import "b.proto";
                message Order { Secret secret = 1; }
                // file: b.proto
                edition = "2024";
                local message Secret {}
                ```
                """#,
            remedy: #"Write `export` before the declaration, or use something that is exported."#),
        DiagnosticPage(
            code: #"protobuf/number-range"#,
            title: #"A range of numbers is wrong"#,
            meaning: #"""
                A range begins before it ends, lies within the numbers that there are, and shares none with another
                range or with a field.
                """#,
            example: #"""
                ```proto
                syntax = "proto2";
                message Order {
                  reserved 1 to 5;
                  extensions 5 to 9;
                }
                ```
                """#,
            remedy: #"Correct the ends."#),
        DiagnosticPage(
            code: #"protobuf/oneof-deleted"#,
            title: #"A oneof is deleted"#,
            meaning: #"""
                Programs that ask which member of the oneof is set do not compile any more.

                It breaks programs that were written against the generated code, but neither binary data nor JSON.
                """#,
            example: #"""
                ```diff
                 message Payment {
                -  oneof means {
                -    string card = 1;
                -    string transfer = 2;
                -  }
                +  string card = 1;
                +  string transfer = 2;
                 }
                ```
                """#,
            remedy: #"Keep the oneof."#),
        DiagnosticPage(
            code: #"protobuf/option-not-allowed"#,
            title: #"An option cannot be set here"#,
            meaning: #"""
                Some options are the compiler's own, and some go with certain types only: `packed` with repeated numbers, `lazy`
                with messages, `jstype` with integers of 64 bits.
                """#,
            example: #"""
                ```proto
                syntax = "proto3";
                message Order {
                  string id = 1 [packed = true];
                }
                ```
                """#,
            remedy: #"Remove the option."#),
        DiagnosticPage(
            code: #"protobuf/option-target"#,
            title: #"An option is set on something that it is not for"#,
            meaning: #"The option's declaration says with `targets` where it is set."#,
            example: #"""
                ```proto
                edition = "2023";
                message Order {
                  option features.enum_type = CLOSED;
                }
                ```
                """#,
            remedy: #"Set it on what it is for."#),
        DiagnosticPage(
            code: #"protobuf/option-twice"#,
            title: #"An option is set twice"#,
            meaning: #"Options that are not repeated are set once, and of a oneof one field."#,
            example: #"""
                ```proto
                syntax = "proto3";
                message Order {
                  option deprecated = true;
                  option deprecated = false;
                }
                ```
                """#,
            remedy: #"Remove one."#),
        DiagnosticPage(
            code: #"protobuf/option-value"#,
            title: #"An option has a value of another type"#,
            meaning: #"""
                The value of an option is of its field's type: numbers within their range, values of enums by name, messages
                in `{}`.
                """#,
            example: #"""
                ```proto
                syntax = "proto3";
                message Order {
                  option deprecated = 1;
                }
                ```
                """#,
            remedy: #"Write a value of the type."#),
        DiagnosticPage(
            code: #"protobuf/package-changed"#,
            title: #"A file changes its package"#,
            meaning: #"""
                All names in the file change with it: topics, `Any` values, JSON type names and services know
                messages by their full name.

                It breaks at every level: binary data, JSON and source.
                """#,
            example: #"""
                ```diff
                -package shop;
                +package store;
                 message Order {
                   string id = 1;
                 }
                ```
                """#,
            remedy: #"""
                Keep the package. Put a new design beside the old one in a package of its own, such as `shop.v2`,
                and move readers over one by one.
                """#),
        DiagnosticPage(
            code: #"protobuf/package-too-long"#,
            title: #"The name of the package is too long"#,
            meaning: #"A package has at most 512 bytes and 101 parts. Names are made of it in every language."#,
            example: #"""
                ```text
                package a.b.c. … ;
                ```
                """#,
            remedy: #"Shorten the package."#),
        DiagnosticPage(
            code: #"protobuf/required-field-added"#,
            title: #"A field is required that was not"#,
            meaning: #"""
                Readers refuse data without a required field, and data of the old version may be without it.

                It breaks at every level: binary data, JSON and source.
                """#,
            example: #"""
                ```diff
                 syntax = "proto2";
                 package shop;
                 message Order {
                   optional string id = 1;
                +  required string customer = 2;
                 }
                ```
                """#,
            remedy: #"Make the field `optional`, and let programs check that it is there."#),
        DiagnosticPage(
            code: #"protobuf/required-field-deleted"#,
            title: #"A required field is required no more"#,
            meaning: #"""
                Readers of the old version refuse data without the field, which writers of the new version need not
                write.

                It breaks at every level: binary data, JSON and source.
                """#,
            example: #"""
                ```diff
                 syntax = "proto2";
                 package shop;
                 message Order {
                   optional string id = 1;
                -  required string customer = 2;
                +  reserved 2;
                +  reserved "customer";
                 }
                ```
                """#,
            remedy: #"Keep the field required for as long as any reader has the old version."#),
        DiagnosticPage(
            code: #"protobuf/reserved-name"#,
            title: #"A reserved name is used, or reserved twice"#,
            meaning: #"The name was reserved so that nobody takes it again: JSON with its old meaning may still be around."#,
            example: #"""
                ```proto
                syntax = "proto3";
                message Order {
                  reserved "note";
                  string note = 1;
                }
                ```
                """#,
            remedy: #"Take another name."#),
        DiagnosticPage(
            code: #"protobuf/reserved-number"#,
            title: #"A reserved number is used"#,
            meaning: #"The number was reserved so that nobody takes it again: data with its old meaning may still be around."#,
            example: #"""
                ```proto
                syntax = "proto3";
                message Order {
                  reserved 2 to 4;
                  string note = 3;
                }
                ```
                """#,
            remedy: #"Take another number."#),
        DiagnosticPage(
            code: #"protobuf/rpc-client-streaming-changed"#,
            title: #"An rpc takes a stream where it took one request, or the other way round"#,
            meaning: #"""
                Clients and servers of different versions wait for each other, or refuse the call.

                It breaks at every level: binary data, JSON and source.
                """#,
            example: #"""
                ```diff
                 message Order {
                   string id = 1;
                 }
                 message Query {
                   string id = 1;
                 }
                 service Orders {
                -  rpc Get(Query) returns (Order);
                +  rpc Get(stream Query) returns (Order);
                 }
                ```
                """#,
            remedy: #"Add an rpc with a new name."#),
        DiagnosticPage(
            code: #"protobuf/rpc-deleted"#,
            title: #"An rpc is deleted"#,
            meaning: #"""
                Clients that call it do not compile any more, and get an error from servers of the new version.
                Below source level it is told, and allowed: records of topics do not know services.

                It breaks programs that were written against the generated code, but neither binary data nor JSON.
                """#,
            example: #"""
                ```diff
                 message Order {
                   string id = 1;
                 }
                 message Query {
                   string id = 1;
                 }
                 service Orders {
                -  rpc Get(Query) returns (Order);
                 }
                ```
                """#,
            remedy: #"Keep the rpc, with `option deprecated = true;`, until nobody calls it."#),
        DiagnosticPage(
            code: #"protobuf/rpc-idempotency-changed"#,
            title: #"An rpc changes what may be done with it again"#,
            meaning: #"""
                Clients repeat a call without asking, or send it as a GET that caches keep, if it is said to be
                idempotent or without side effects.

                It breaks at every level: binary data, JSON and source.
                """#,
            example: #"""
                ```diff
                 message Order {
                   string id = 1;
                 }
                 message Query {
                   string id = 1;
                 }
                 service Orders {
                -  rpc Get(Query) returns (Order) { option idempotency_level = NO_SIDE_EFFECTS; }
                +  rpc Get(Query) returns (Order);
                 }
                ```
                """#,
            remedy: #"Keep the option."#),
        DiagnosticPage(
            code: #"protobuf/rpc-request-type-changed"#,
            title: #"An rpc takes another message"#,
            meaning: #"""
                Servers read the bytes of one message as another. A message of another full name is another message,
                whatever it holds.

                It breaks at every level: binary data, JSON and source.
                """#,
            example: #"""
                ```diff
                 message Order {
                   string id = 1;
                 }
                 message Query {
                   string id = 1;
                 }
                 service Orders {
                -  rpc Get(Query) returns (Order);
                +  rpc Get(Order) returns (Order);
                 }
                ```
                """#,
            remedy: #"Add an rpc with a new name."#),
        DiagnosticPage(
            code: #"protobuf/rpc-response-type-changed"#,
            title: #"An rpc gives another message"#,
            meaning: #"""
                Clients read the bytes of one message as another. A message of another full name is another message,
                whatever it holds.

                It breaks at every level: binary data, JSON and source.
                """#,
            example: #"""
                ```diff
                 message Order {
                   string id = 1;
                 }
                 message Query {
                   string id = 1;
                 }
                 service Orders {
                -  rpc Get(Query) returns (Order);
                +  rpc Get(Query) returns (Query);
                 }
                ```
                """#,
            remedy: #"Add an rpc with a new name."#),
        DiagnosticPage(
            code: #"protobuf/rpc-server-streaming-changed"#,
            title: #"An rpc gives a stream where it gave one response, or the other way round"#,
            meaning: #"""
                Clients and servers of different versions wait for each other, or refuse the call.

                It breaks at every level: binary data, JSON and source.
                """#,
            example: #"""
                ```diff
                 message Order {
                   string id = 1;
                 }
                 message Query {
                   string id = 1;
                 }
                 service Orders {
                -  rpc Get(Query) returns (Order);
                +  rpc Get(Query) returns (stream Order);
                 }
                ```
                """#,
            remedy: #"Add an rpc with a new name."#),
        DiagnosticPage(
            code: #"protobuf/service-deleted"#,
            title: #"A service is deleted"#,
            meaning: #"""
                Clients of the service do not compile any more, and find nobody to call. Below source level it is
                told, and allowed: records of topics do not know services.

                It breaks programs that were written against the generated code, but neither binary data nor JSON.
                """#,
            example: #"""
                ```diff
                 message Order {
                   string id = 1;
                 }
                -service Orders {
                -  rpc Get(Order) returns (Order);
                -}
                ```
                """#,
            remedy: #"Keep the service, with `option deprecated = true;`, until nobody calls it."#),
        DiagnosticPage(
            code: #"protobuf/syntax-changed"#,
            title: #"A file changes from one syntax to another"#,
            meaning: #"""
                `proto2`, `proto3` and editions differ in what a field without a label means and in what unknown
                values of enums do. Generated code changes its types with them.

                It breaks programs that were written against the generated code, but neither binary data nor JSON.
                """#,
            example: #"""
                ```diff
                -syntax = "proto2";
                +syntax = "proto3";
                 package shop;
                 message Order {
                   optional string id = 1;
                 }
                ```
                """#,
            remedy: #"""
                Keep the syntax, or move to an edition in a change of its own, with features that keep what was so
                far.
                """#),
        DiagnosticPage(
            code: #"protobuf/syntax"#,
            title: #"A statement cannot be read"#,
            meaning: #"""
                The text is not what the grammar of Protobuf has at this place. The statement is left out, and the
                rest of the file is read.
                """#,
            example: #"""
                ```proto
                syntax = "proto3";
                message Order {
                  string id 1;
                }
                ```
                """#,
            remedy: #"Put in what was expected; the message says what that is and what was found."#),
        DiagnosticPage(
            code: #"protobuf/too-deep"#,
            title: #"Messages or values stand in each other too deep"#,
            meaning: #"Messages may be 32 deep in each other, as in protoc, and the values of options 100."#,
            example: #"""
                ```text
                message A { message B { … message Z { … } } }
                ```
                """#,
            remedy: #"Move inner messages out, and name them from where they are used."#),
        DiagnosticPage(
            code: #"protobuf/too-large"#,
            title: #"A .proto file is too large"#,
            meaning: #"A file has at most 4 MB. A schema of that size was not written by hand, and is probably not a schema."#,
            example: #"""
                ```text
                a file of 20 MB
                ```
                """#,
            remedy: #"Split the file, or exclude it from the contracts."#),
        DiagnosticPage(
            code: #"protobuf/too-many-differences"#,
            title: #"Two contracts differ in more ways than are told"#,
            meaning: #"""
                What is told of two contracts is bounded, since names may be as long as a file. What comes after was
                not judged, and is taken to break.

                It counts as breaking at every level.
                """#,
            example: #"""
                ```text
                A contract of a million fields against one with none of them, at a few hundred bytes for each name.
                ```
                """#,
            remedy: #"Mend the differences that are told, and compare again."#),
        DiagnosticPage(
            code: #"protobuf/too-many-errors"#,
            title: #"A file has more errors than are told"#,
            meaning: #"After a hundred the rest is counted. Often they have one cause."#,
            example: #"""
                ```text
                a file with two hundred errors
                ```
                """#,
            remedy: #"Mend the first ones and run again."#),
        DiagnosticPage(
            code: #"protobuf/unknown-edition"#,
            title: #"There is no such syntax or edition"#,
            meaning: #"Heddle reads proto2, proto3 and editions 2023, 2024 and 2026."#,
            example: #"""
                ```proto
                syntax = "proto4";
                ```
                """#,
            remedy: #"Write one that there is: `syntax = "proto3";` or `edition = "2023";`."#),
        DiagnosticPage(
            code: #"protobuf/unknown-name"#,
            title: #"A type, an extension or an option is not declared"#,
            meaning: #"""
                Names are looked up from the inside out: first in the message, then in those around it, then in the
                package. Where the first part of a name is found, the rest has to be there.
                """#,
            example: #"""
                ```proto
                syntax = "proto3";
                message Order {
                  Customer customer = 1;
                }
                ```
                """#,
            remedy: #"""
                Correct the name, or declare it, or import the file that does. A name that begins with a point is looked
                up from the root alone.
                """#),
        DiagnosticPage(
            code: #"protobuf/unknown-option"#,
            title: #"There is no such option"#,
            meaning: #"""
                Options are fields of google.protobuf.MessageOptions and its like, and extensions of them, whose names stand
                in parentheses. Parts of a message option are set by name: `(shop.rules).strict`.
                """#,
            example: #"""
                ```proto
                syntax = "proto3";
                message Order {
                  option depricated = true;
                }
                ```
                """#,
            remedy: #"Correct the name, or import the file that declares the extension."#),
        DiagnosticPage(
            code: #"protobuf/unterminated-comment"#,
            title: #"A comment never ends"#,
            meaning: #"Everything after `/*` is comment up to the next `*/`; here none comes."#,
            example: #"""
                ```proto
                syntax = "proto3";
                message Order {}
                /* The rest of the file
                ```
                """#,
            remedy: #"Close the comment with `*/`."#),
        DiagnosticPage(
            code: #"protobuf/unused-import"#,
            title: #"An import is not used"#,
            meaning: #"Nothing that the imported file declares is named here. The contract depends on more than it needs."#,
            example: #"""
                ```proto
                syntax = "proto3";
                import "google/protobuf/timestamp.proto";
                message Order {}
                ```
                """#,
            remedy: #"Remove the import. One that is there for others to use is `import public`."#),
        DiagnosticPage(
            code: #"protobuf/wrong-kind"#,
            title: #"A name means something else than is needed here"#,
            meaning: #"""
                The type of a field is a message or an enum; rpcs take and give messages; messages are extended, and
                options are extensions.
                """#,
            example: #"""
                ```proto
                syntax = "proto3";
                enum Status { OPEN = 0; }
                service Orders {
                  rpc Get(Status) returns (Status);
                }
                ```
                """#,
            remedy: #"Name a thing of the kind that is needed."#),
    ]
}
