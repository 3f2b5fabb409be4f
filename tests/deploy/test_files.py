"""The image, the compose file and the manifests agree with each other and with the app. No Docker runs here."""

from __future__ import annotations

import json
import re

import pytest
import yaml
from streamlit import config

from lstm_viz.app.connections import SPARE_MEMORY
from tests.support import image
from tests.support.server import ROOT

DEPLOY = ROOT / "deploy"
HEALTH = "/_stcore/health"
PROXY = (DEPLOY / "haproxy.cfg").read_text("utf-8")
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
MANIFESTS = {each["kind"]: each for each in yaml.safe_load_all((DEPLOY / "kubernetes.yaml").read_text("utf-8"))}
POD = MANIFESTS["Deployment"]["spec"]["template"]
(CONTAINER,) = POD["spec"]["containers"]
BUILD, IMAGE = image.stages()
POLICY = re.compile(r'Content-Security-Policy "(.+?)"')


def command() -> list[str]:
    return json.loads(image.arguments(IMAGE, "CMD")[-1])


def options() -> dict[str, str]:
    return dict(option.removeprefix("--").split("=") for option in command() if option.startswith("--"))


def known_options() -> set[str]:
    return set(config.get_config_options())


def test_the_image_installs_what_hosts_install_and_keeps_no_tools():
    assert image.arguments(BUILD, "COPY") == ["requirements.txt ."]
    (install,) = image.arguments(BUILD, "RUN")
    assert install.endswith("install --no-cache-dir -r requirements.txt")
    assert "pip" not in " ".join(image.arguments(IMAGE, "RUN"))
    assert "--from=build /opt/venv /opt/venv" in image.arguments(IMAGE, "COPY")
    assert image.arguments(IMAGE, "FROM")[0].split()[0] == image.arguments(BUILD, "FROM")[0].split()[0]


def test_what_is_copied_is_there_and_is_sent_to_the_builder():
    sent = [line[1:] for line in (DEPLOY / "Dockerfile.dockerignore").read_text().splitlines() if line.startswith("!")]
    copied = [source for source, _ in image.copies()] + [ROOT / "requirements.txt"]
    assert [path for path in copied if not path.exists()] == []
    assert sorted(str(path.relative_to(ROOT)) for path in copied) == sorted(sent)


def test_the_command_serves_the_app_on_the_port_that_everybody_asks():
    port = options()["server.port"]
    assert command()[:3] == ["streamlit", "run", "app.py"]
    assert options().keys() <= known_options()
    assert image.arguments(IMAGE, "EXPOSE") == [port]
    assert f"127.0.0.1:{port}{HEALTH}" in image.arguments(IMAGE, "HEALTHCHECK")[0]
    assert re.findall(r"-(replica_\d):(\d+)}", PROXY) == [("replica_1", port), ("replica_2", port)]
    assert [each["containerPort"] for each in CONTAINER["ports"]] == [int(port)]


def test_nobody_is_root():
    (user,) = map(int, image.arguments(IMAGE, "USER"))
    context = POD["spec"]["securityContext"]
    assert user == context["runAsUser"] > 0
    assert f"--uid {user} " in " ".join(image.arguments(IMAGE, "RUN"))
    assert context["runAsNonRoot"]
    assert CONTAINER["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }


def test_what_is_written_is_written_to_a_temporary_folder():
    assert "HOME=/tmp" in image.arguments(IMAGE, "ENV")[0].split()
    assert [each["mountPath"] for each in CONTAINER["volumeMounts"]] == ["/tmp"]
    assert [name for volume in POD["spec"]["volumes"] for name in volume] == ["name", "emptyDir"]
    assert [COMPOSE["services"][name]["tmpfs"] for name in ("replica_1", "replica_2")] == ["/tmp", "/tmp"]


def test_compose_starts_two_replicas_behind_the_tested_proxy():
    services = COMPOSE["services"]
    assert set(re.findall(r"-(replica_\d):", PROXY)) == services.keys() - {"proxy"}
    assert services["replica_1"] == services["replica_2"] | {"build": services["replica_1"]["build"]}
    build = services["replica_1"]["build"]
    assert (DEPLOY / build["context"]).resolve() == ROOT
    assert ROOT / build["dockerfile"] == image.DOCKERFILE
    (mounted,) = services["proxy"]["volumes"]
    assert mounted == "./haproxy.cfg:/usr/local/etc/haproxy/haproxy.cfg:ro"
    (published,) = services["proxy"]["ports"]
    assert published.endswith(":" + re.search(r"LSTM_VIZ_ADDRESS-:(\d+)", PROXY)[1])


@pytest.mark.parametrize("probe", ["startupProbe", "readinessProbe", "livenessProbe"])
def test_kubernetes_asks_for_the_servers_health(probe):
    assert CONTAINER[probe]["httpGet"] == {"path": HEALTH, "port": CONTAINER["ports"][0]["name"]}


def test_kubernetes_leads_one_address_to_two_replicas():
    labels = POD["metadata"]["labels"]
    deployment, service = MANIFESTS["Deployment"]["spec"], MANIFESTS["Service"]
    assert deployment["replicas"] == 2
    assert deployment["selector"]["matchLabels"] == labels == service["spec"]["selector"]
    assert MANIFESTS["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"] == labels
    assert service["spec"]["ports"][0]["targetPort"] == CONTAINER["ports"][0]["name"]
    (rule,) = MANIFESTS["Ingress"]["spec"]["rules"]
    backend = rule["http"]["paths"][0]["backend"]["service"]
    assert backend == {"name": service["metadata"]["name"], "port": {"name": service["spec"]["ports"][0]["name"]}}
    assert f"cookie {service['metadata']['annotations']['haproxy.org/cookie-persistence']} insert" in PROXY


def test_every_replica_is_told_the_same_secret_and_the_allowed_names():
    names = {each["name"] for each in CONTAINER["env"]}
    assert names == COMPOSE["services"]["replica_1"]["environment"].keys()
    assert names == {config.get_config_options()[f"server.{name}"].env_var for name in ("cookieSecret", "allowedHosts")}


def test_one_policy_is_recommended_everywhere():
    files = ("docs/deploy.md", "deploy/haproxy.cfg", "deploy/kubernetes.yaml")
    assert len({POLICY.search((ROOT / file).read_text("utf-8"))[1] for file in files}) == 1


def test_a_replica_may_take_so_much_memory_that_keras_starts_with_the_first_visitor():
    limits = {COMPOSE["services"]["replica_1"]["mem_limit"], CONTAINER["resources"]["limits"]["memory"]}
    assert limits == {"3g", "3Gi"}
    assert (3 << 30) - SPARE_MEMORY > 500 << 20  # what the server itself may have taken by then
