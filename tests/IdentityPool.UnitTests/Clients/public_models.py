"""Prints what botocore knows of the services: their models in the form of src/AwsServiceModels, and the endpoint of every region."""

import json
import sys

from botocore.endpoint_provider import EndpointProvider
from botocore.exceptions import EndpointProviderError
from botocore.loaders import Loader

loader = Loader()
partitions = loader.load_data("partitions")


def reference(value):
    return value["shape"] if isinstance(value, dict) else value


def shape(source):
    result = {key: value for key, value in source.items() if key not in ("documentation", "box")}
    if "members" in result:
        result["members"] = {name: reference(member) for name, member in result["members"].items()}
    for key in ("member", "key", "value"):
        if key in result:
            result[key] = reference(result[key])
    return result


def model(service, version):
    source = loader.load_service_model(service, "service-2", version)
    shapes = source["shapes"]

    def code(name):
        return shapes[name].get("error", {}).get("code", name)

    def operation(entry):
        result = {key: reference(entry[key]) for key in ("input", "output") if key in entry}
        result["errors"] = [code(error["shape"]) for error in entry.get("errors", [])]
        if entry.get("authtype") == "none":
            result["unsigned"] = True
        return {key: value for key, value in result.items() if value != []}

    return {
        **{key: source["metadata"][key] for key in ("protocol", "apiVersion", "targetPrefix", "xmlNamespace") if key in source["metadata"]},
        "operations": {name: operation(entry) for name, entry in source["operations"].items()},
        "errors": {
            code(name): entry.get("error", {}).get("httpStatusCode", 500 if entry.get("fault") else 400)
            for name, entry in shapes.items()
            if entry.get("exception")
        },
        "exceptions": {code(name): name for name, entry in shapes.items() if entry.get("exception")},
        "shapes": {name: shape(entry) for name, entry in shapes.items()},
    }


def endpoints(service):
    provider = EndpointProvider(loader.load_service_model(service, "endpoint-rule-set-1"), partitions)
    for region in (name for partition in partitions["partitions"] for name in partition["regions"]):
        for fips in (False, True):
            for dual_stack in (False, True):
                try:
                    endpoint = provider.resolve_endpoint(Region=region, UseFIPS=fips, UseDualStack=dual_stack)
                    scheme = (endpoint.properties.get("authSchemes") or [{}])[0]
                    answer = {"url": endpoint.url, "signedFor": scheme.get("signingRegion", region)}
                except EndpointProviderError:
                    answer = {}
                yield {"service": service, "region": region, "fips": fips, "dualStack": dual_stack, **answer}


services = json.loads(sys.argv[1])
json.dump(
    {
        "models": {service: model(service, version) for service, version in services.items()},
        "endpoints": [endpoint for service in services if service != "sts" for endpoint in endpoints(service)],
    },
    sys.stdout,
)
