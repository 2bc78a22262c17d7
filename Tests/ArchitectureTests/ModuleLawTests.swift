import Foundation
import Testing

@Suite struct `The law of modules` {
    let picture: PackagePicture

    init() throws { picture = try PackagePicture() }

    @Test func `every folder of Sources is a module in Package.swift, and the other way round`() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: PackagePicture.root.appendingPathComponent("Sources").path)
        #expect(Set(folders) == Set(picture.rowOf.keys))
    }

    @Test func `a module imports what Package.swift says it uses, and nothing else of ours`() throws {
        for module in picture.rowOf.keys.sorted() {
            for file in PackagePicture.sources(of: module) {
                let text = try String(contentsOf: file, encoding: .utf8)
                for match in text.matches(of: /(?m)^(?:package |public |internal )?import (?:struct |class |func )?([A-Za-z0-9]+)/) {
                    let imported = String(match.output.1)
                    guard picture.rowOf[imported] != nil else { continue }
                    #expect(picture.uses[module]?.contains(imported) == true, "\(PackagePicture.path(of: file)) imports \(imported)")
                }
            }
        }
    }

    @Test func `no arrow points upward`() {
        for (module, used) in picture.uses {
            for other in used {
                guard let from = picture.rowOf[module], let to = picture.rowOf[other] else { continue }
                #expect(to <= from, "\(module) uses \(other), which stands above it")
            }
        }
    }

    @Test func `no arrow is drawn for nothing`() throws {
        for (module, used) in picture.uses {
            let text = try PackagePicture.sources(of: module).map { try String(contentsOf: $0, encoding: .utf8) }.joined()
            for other in used where picture.rowOf[other] != nil {
                #expect(text.contains("import \(other)"), "\(module) is said to use \(other) and does not import it")
            }
        }
    }

    @Test func `the mesh side and the broker side share no module above the wire`() throws {
        let meshSide: Set = ["ManifestLoading", "MeshResolution", "EngineInterface", "MeshPlanning", "MeshApplying", "KafkaEngine", "MeshModel"]
        let brokerSide: Set = ["BrokerLog", "BrokerCore", "BrokerServer"]
        for module in meshSide { #expect(reach(module).isDisjoint(with: brokerSide), "\(module) reaches the broker") }
        for module in brokerSide { #expect(reach(module).isDisjoint(with: meshSide), "\(module) reaches the mesh side") }
    }

    @Test func `what is compiled into users' builds reaches neither packages nor more than Foundation's essentials`() throws {
        // The plugins' tool is compiled anew, for the host, in each package that uses it; the runtime goes into users' programs.
        for (module, allowed) in [
            ("heddle-codegen", ["FoundationEssentials", "Foundation", "Glibc", "Musl", "Darwin"]), ("HeddleRuntime", ["FoundationEssentials", "Foundation"]),
        ] {
            let reached = reach(module).union([module])
            for reachedModule in reached.sorted() {
                #expect(picture.products[reachedModule, default: []].isEmpty, "\(module) reaches \(reachedModule), which uses a package")
                for file in PackagePicture.sources(of: reachedModule) where !file.path.contains("/Generated/") {
                    let text = try String(contentsOf: file, encoding: .utf8)
                    for match in text.matches(of: /(?m)^\s*(?:package |public |internal )?import (?:struct |class |func )?([A-Za-z0-9_]+)/) {
                        let imported = String(match.output.1)
                        let isAllowed = picture.rowOf[imported] != nil || allowed.contains(imported)
                        #expect(isAllowed, "\(PackagePicture.path(of: file)) imports \(imported), and \(module) reaches it")
                    }
                    // One file that imports all of Foundation makes of a small tool a large one.
                    let isBare = module == "heddle-codegen" && text.contains(/(?m)^import Foundation$/)
                    #expect(!isBare, "\(PackagePicture.path(of: file)) imports all of Foundation, and \(module) reaches it")
                }
            }
        }
        #expect(reach("heddle-codegen").contains("ContractCodegen"))
    }

    @Test func `below the shells nobody opens files or sockets, reads a clock or throws dice`() throws {
        let shells = PackagePicture.rows.firstIndex(of: "shells") ?? 0
        let forbidden = [
            "import NIOPosix", "import Glibc", "FileManager", "FileHandle", "Date()", "ContinuousClock", "SuspendingClock",
            "SystemRandomNumberGenerator", "Task.sleep", "DispatchTime.now", " UUID()",
        ]
        for (module, row) in picture.rowOf where row < shells {
            for file in PackagePicture.sources(of: module) {
                let code = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
                    .filter { !$0.drop(while: \.isWhitespace).hasPrefix("//") }
                for word in forbidden {
                    #expect(!code.contains { $0.contains(word) }, "\(PackagePicture.path(of: file)) has \(word)")
                }
            }
        }
    }

    private func reach(_ module: String) -> Set<String> {
        var found: Set<String> = []
        var open = [module]
        while let next = open.popLast() {
            for other in picture.uses[next] ?? [] where found.insert(other).inserted { open.append(other) }
        }
        return found
    }
}
