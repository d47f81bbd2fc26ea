"""The description that the service serves, held against the service by schemathesis."""
import os

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from server import Service

COUNT = int(os.environ.get("SERVICE_EXAMPLES", "40"))
SERVICE = Service("--max-seconds", 20, "--max-pages", 50, "--log", "nothing").__enter__()

# A letter of the right form may say what no letter can, and options of the right form may exclude each
# other, which no schema says.
CONFIG = schemathesis.Config.from_dict({"checks": {"positive_data_acceptance": {"enabled": False}}})
SCHEMA = schemathesis.openapi.from_url(SERVICE.url + "/openapi.json", config=CONFIG)


def teardown_module():
    numbers = requests.get(SERVICE.url + "/metrics", timeout=60).text
    SERVICE.__exit__(None, None, None)
    assert 'status="500"' not in numbers, numbers


@schemathesis.serializer("application/x-ndjson", "application/jsonl", "application/pdf")
def as_it_is(_, value):
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")


@SCHEMA.parametrize()
@settings(max_examples=COUNT, deadline=None, derandomize=True, database=None,
          phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck))
def test_it_does_what_its_description_says(case):
    case.call_and_validate(timeout=60)

