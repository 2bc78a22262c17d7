import ContractModel

extension ProtobufComparison {
    /// Files that are in both versions, and what is declared in them. What Heddle brings along does not change.
    func compareFiles() {
        for file in old.files where !file.isWellKnown {
            let counterpart = counterparts[file].map { new[$0] }
            // A file that is imported no more has not gone; fields that change their type for it are told of.
            if hasRoot, counterpart == nil { continue }
            if let counterpart {
                comparePackages(file, counterpart)
                compareSyntax(file, counterpart)
                compareFileOptions(file, counterpart)
            } else {
                report(.fileDeleted, file.path, "the file '\(file.path)' is deleted", old: (file.id, .none))
            }
            // At source the deletion of a file says it all.
            if level != .source || counterpart != nil { compareDeclarations(file, counterpart) }
        }
    }

    private func comparePackages(_ file: ProtobufFile, _ counterpart: ProtobufFile) {
        guard file.package != counterpart.package else { return }
        func said(_ package: String) -> String { package.isEmpty ? "no package" : "'\(package)'" }
        report(
            .packageChanged, file.path,
            "the package changes from \(said(file.package)) to \(said(counterpart.package))",
            old: (file.id, file.packageSpan ?? .none),
            new: (counterpart.id, counterpart.packageSpan ?? .none))
    }

    private func compareSyntax(_ file: ProtobufFile, _ counterpart: ProtobufFile) {
        func family(_ edition: ProtobufEdition) -> String {
            edition.isEdition ? "editions" : edition.text
        }
        let (before, after) = (family(file.edition), family(counterpart.edition))
        guard before != after else { return }
        report(
            .syntaxChanged, file.path, "the syntax changes from '\(before)' to '\(after)'",
            old: (file.id, .none),
            new: (counterpart.id, .none))
    }

    private func compareFileOptions(_ file: ProtobufFile, _ counterpart: ProtobufFile) {
        guard level == .source, !(file.options.isEmpty && counterpart.options.isEmpty) else { return }
        for option in ProtobufFileOption.all {
            let before = file.options[option.number].last ?? option.absent
            let after = counterpart.options[option.number].last ?? option.absent
            guard before != after else { continue }
            report(
                .fileOptionChanged, "\(file.path)/\(option.name)",
                "the option '\(option.name)' changes from \(option.said(before)) to \(option.said(after))",
                old: (file.id, span(of: option, in: file)),
                new: (counterpart.id, span(of: option, in: counterpart)))
        }
    }

    private func span(of option: ProtobufFileOption, in file: ProtobufFile) -> ProtobufSpan {
        file.options.written.last { $0.name == option.name }?.span ?? .none
    }
}

/// An option of files that generated code hangs on. Numbers are those of google.protobuf.FileOptions.
private struct ProtobufFileOption {
    var name: String
    var number: Int32
    /// What it is where it is not written.
    var absent: ProtobufValue

    /// `cc_generic_services` and its like are what buf looks at, too.
    static let all: [ProtobufFileOption] = [
        .text("csharp_namespace", 37), .text("go_package", 11), .text("java_outer_classname", 8),
        .text("java_package", 1),
        .text("objc_class_prefix", 36), .text("php_class_prefix", 40),
        .text("php_metadata_namespace", 44),
        .text("php_namespace", 41), .text("ruby_package", 45), .text("swift_prefix", 39),
        .flag("cc_enable_arenas", 31, true), .flag("cc_generic_services", 16),
        .flag("java_generic_services", 17),
        .flag("java_multiple_files", 10), .flag("py_generic_services", 18),
        ProtobufFileOption(name: "optimize_for", number: 9, absent: .enumeration(1)),
    ]

    private static func text(_ name: String, _ number: Int32) -> Self {
        Self(name: name, number: number, absent: .string([]))
    }

    private static func flag(_ name: String, _ number: Int32, _ absent: Bool = false) -> Self {
        Self(name: name, number: number, absent: .bool(absent))
    }

    func said(_ value: ProtobufValue) -> String {
        switch value {
        case .bool(let isTrue): isTrue ? "'true'" : "'false'"
        case .string(let bytes):
            bytes.isEmpty ? "nothing" : "'\(String(decoding: bytes, as: UTF8.self))'"
        case .enumeration(let number):
            "'\([1: "SPEED", 2: "CODE_SIZE", 3: "LITE_RUNTIME"][number] ?? String(number))'"
        default: "another value"
        }
    }
}
