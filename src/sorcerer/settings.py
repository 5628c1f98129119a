"""The one reader of the environment. Each setting has a description; the docs are made from them."""

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """How this process runs. Every field is read from `SORCERER_` plus its name."""

    model_config = SettingsConfigDict(env_prefix="SORCERER_", frozen=True, extra="ignore")

    home: Path = Field(Path(".sorcerer"), description="Folder that holds the database, the files and the keys.")
    host: str = Field("127.0.0.1", description="Address to listen on. Another than loopback needs an owner password.")
    port: int = Field(8000, ge=0, le=65535, description="Port to listen on. 0 takes a free one.")
    database_url: str | None = Field(
        None,
        description="SQLAlchemy URL. Default: SQLite in the home folder. `postgresql+psycopg://…` for many machines.",
    )
    storage_url: str | None = Field(
        None,
        description="Where films and pictures go: default a folder in the home; `s3://bucket/prefix` for S3.",
    )
    public_url: str | None = Field(
        None,
        description="Address under which the outside reaches this process; needed for image stories on a real account.",
    )
    sandbox_url: str | None = Field(
        None, description="Where the sandbox answers, for a worker on its own. Default: this process, under /sandbox."
    )
    log_level: str = Field("warning", description="debug, info, warning or error.")
    log_json: bool = Field(False, description="Write logs as JSON lines.")
    key_ring: SecretStr | None = Field(
        None,
        description="Sealing keys as `id:base64` pairs separated by commas. Default: a 0600 file in the home.",
    )
    monthly_budget_usd: float = Field(
        25.0, ge=0, description="Ceiling for paid calls per owner and calendar month, in US dollars."
    )
    files_quota_gb: float = Field(
        0.0, ge=0, description="How much the kept files may take, in GB; above it nothing new is made. 0: no limit."
    )
    files_keep_days: float = Field(
        30.0, ge=1, description="How long what was made for an earlier version of a video is kept."
    )
    lead_minutes: int = Field(60, ge=1, description="How long before its minute a film's making starts.")
    lease_seconds: float = Field(
        15.0, ge=1, description="How long a worker may be silent before another takes over what it was making."
    )
    instagram_client_id: str | None = Field(None, description="App id of your own Meta app, for real accounts.")
    instagram_client_secret: SecretStr | None = Field(None, description="App secret of your own Meta app.")
    tiktok_client_key: str | None = Field(None, description="Client key of your own TikTok app, for real accounts.")
    tiktok_client_secret: SecretStr | None = Field(None, description="Client secret of your own TikTok app.")
    tiktok_audited: bool = Field(
        False,
        description="TikTok has audited your app, so posts may go out directly. Otherwise films go to the inbox.",
    )
    youtube_client_id: str | None = Field(None, description="Client id of your own Google project, for real channels.")
    youtube_client_secret: SecretStr | None = Field(None, description="Client secret of your own Google project.")
    graph_version: str = Field("v25.0", description="Version of Meta's Graph API to call.")

    def resolved_home(self) -> Path:
        """Return the home folder as an absolute path."""
        return self.home.expanduser().resolve()

    def resolved_database_url(self) -> str:
        """Return the database URL, by default SQLite inside the home folder."""
        return self.database_url or f"sqlite:///{self.resolved_home() / 'sorcerer.sqlite'}"
