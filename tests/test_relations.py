"""The verb of a recommendation follows how the two agencies stand to each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.catalogues.relations import Relation, relation, wanted
from generator.project import Project
from tests.inspections import new_project
from tests.issuing import ISSUER, SIGNER, body, catalogues, made


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return new_project(tmp_path_factory.mktemp("project"))


@pytest.mark.parametrize(
    ("speaker", "other", "verb"),
    [
        ("ubnd-tinh-mau", "ubnd-xa-vi-du-a", "yeu-cau"),
        ("chu-tich-ubnd-tinh-mau", "ubnd-phuong-vi-du-d", "yeu-cau"),
        ("ubnd-tinh-mau", "so-tu-phap-mau", "yeu-cau"),
        ("ubnd-tinh-mau", "phong-kinh-te-xa-vi-du-a", "yeu-cau"),
        ("ubnd-tinh-mau", "van-phong-ubnd-tinh-mau", "giao"),
        ("ubnd-xa-vi-du-a", "phong-kinh-te-xa-vi-du-a", "giao"),
        ("ubnd-tinh-mau", "bo-tu-phap", "kien-nghi"),
        ("ubnd-tinh-mau", "hdnd-tinh-mau", "kien-nghi"),
        ("ubnd-tinh-mau", "cong-ty-vi-du", "de-nghi"),
        ("ubnd-xa-vi-du-a", "ubnd-tinh-mau", "kien-nghi"),
        ("ubnd-xa-vi-du-a", "so-tu-phap-mau", "kien-nghi"),
        ("ubnd-xa-vi-du-a", "ubnd-xa-vi-du-b", "de-nghi"),
        ("so-tu-phap-mau", "ubnd-xa-vi-du-a", "de-nghi"),
        ("so-tu-phap-mau", "so-noi-vu-mau", "de-nghi"),
        ("hdnd-tinh-mau", "ubnd-tinh-mau", "kien-nghi"),
        ("ban-phap-che-hdnd-tinh-mau", "ubnd-tinh-mau", "kien-nghi"),
        ("thuong-truc-hdnd-tinh-mau", "ubnd-xa-vi-du-a", "kien-nghi"),
        ("doan-kiem-tra-mau", "ubnd-xa-vi-du-a", "kien-nghi"),
        ("hdnd-tinh-mau", "cong-ty-vi-du", "de-nghi"),
    ],
)
def test_the_verb_follows_the_relation(speaker: str, other: str, verb: str) -> None:
    assert wanted(catalogues(), speaker, [other], date(2026, 5, 18)) == verb


def test_several_addressees_are_spoken_to_as_the_highest_of_them() -> None:
    both = ["ubnd-xa-vi-du-a", "bo-tu-phap"]
    assert wanted(catalogues(), "ubnd-tinh-mau", both, None) == "kien-nghi"


def test_a_relation_the_office_typed_wins() -> None:
    entry = catalogues().agencies["so-noi-vu-mau"].model_copy(update={"relation": "ngang-cap"})
    known = replace(catalogues(), agencies={**catalogues().agencies, entry.id: entry})
    assert relation(known, "ubnd-tinh-mau", entry.id, None) is Relation.LEVEL


@pytest.mark.parametrize(
    ("issuer", "owner", "heading", "verb"),
    [
        ("ubnd-tinh-mau", "a", "YÊU CẦU", "UBND tỉnh yêu cầu UBND xã Ví Dụ A"),
        ("ubnd-tinh-mau", "van-phong-ubnd-tinh-mau", "YÊU CẦU", "UBND tỉnh giao Văn phòng UBND tỉnh"),
        ("ubnd-xa-vi-du-b", "so-tu-phap-mau", "KIẾN NGHỊ", "UBND xã Ví Dụ B kiến nghị Sở Tư pháp"),
        ("ubnd-xa-vi-du-b", "a", "ĐỀ NGHỊ", "UBND xã Ví Dụ B đề nghị UBND xã Ví Dụ A"),
        ("so-tu-phap-mau", "a", "KIẾN NGHỊ", "Sở Tư pháp đề nghị UBND xã Ví Dụ A"),
        ("doan-kiem-tra-mau", "a", "KIẾN NGHỊ", "Đoàn kiểm tra kiến nghị UBND xã Ví Dụ A"),
    ],
)
def test_heading_and_lead_of_the_demands_follow_the_relation(
    project: Project, issuer: str, owner: str, heading: str, verb: str
) -> None:
    collective = "signer: {chain: [{prefix: TM, post: Tập thể}]}"
    duty = f"recommendations: [{{id: k, owners: {owner}, text: Làm, deadline: ongoing}}]\n"
    limited = "findings:\n  limitations: [{id: x, text: Một}]\n"
    swaps = ((ISSUER, f"issuer: {issuer}"), (SIGNER, collective), ("findings:\n", limited))
    text = body(made(project, *swaps, more=duty).document)
    assert f"III. {heading}\n" in text
    assert f"{verb} thực hiện các nội dung sau" in text
