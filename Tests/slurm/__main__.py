"""slurm: runs a script as an array on a cluster of plain processes: one controller and two nodes on this
machine. Ends with 0, with the array's own failure as 1, or with 77 and a reason where no cluster starts.

usage: python -m slurm SCRIPT TASKS [NAME=VALUE ...]
"""
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

PROGRAMS = ["munged", "slurmctld", "slurmd", "sbatch", "squeue", "scancel", "sinfo"]


class NoCluster(Exception):
    pass


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Cluster:
    """The processes of a cluster in a folder of their own."""

    def __init__(self, folder):
        self.folder = folder
        self.processes = []
        self.environment = dict(os.environ, SLURM_CONF=f"{folder}/slurm.conf",
                                PATH=os.environ["PATH"] + ":/usr/sbin:/sbin")

    def start(self, name, *arguments):
        log = open(self.folder / f"{name}-{len(self.processes)}.log", "w")
        self.processes.append(subprocess.Popen(
            [name, *arguments], env=self.environment, stdout=log, stderr=log, start_new_session=True))

    def ask(self, *command):
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=60)

    def begin(self):
        folder = self.folder
        if os.getuid() != 0:
            raise NoCluster("munged and slurmctld are started as root here")
        for program in PROGRAMS:
            if not shutil.which(program, path=self.environment["PATH"]):
                raise NoCluster(f"there is no {program}")
        key = folder / "munge.key"
        key.write_bytes(os.urandom(128))
        key.chmod(0o400)
        munge = folder / "munge.socket"
        self.start("munged", "--foreground", "--force", f"--key-file={key}", f"--socket={munge}",
                   f"--pid-file={folder}/munged.pid", f"--log-file={folder}/munged.txt",
                   f"--seed-file={folder}/munged.seed")
        self.wait("munged gives no socket", munge.exists)
        host = socket.gethostname().split(".")[0]
        nodes = "".join(
            f"NodeName=n{n} NodeHostname={host} NodeAddr=127.0.0.1 Port={free_port()} CPUs=2 RealMemory=1000\n"
            for n in (1, 2))
        for name in ("state", "n1", "n2"):
            (folder / name).mkdir()
        (folder / "slurm.conf").write_text(f"""ClusterName=letters
SlurmctldHost={host}(127.0.0.1)
SlurmUser=root
SlurmdUser=root
SlurmctldPort={free_port()}
AuthType=auth/munge
AuthInfo=socket={munge}
CredType=cred/munge
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd-%n.pid
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SlurmdParameters=config_overrides
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
MailProg=/bin/true
ReturnToService=2
SchedulerParameters=sched_interval=1
{nodes}PartitionName=all Nodes=n[1-2] Default=YES MaxTime=INFINITE State=UP
""")
        self.start("slurmctld", "-D", "-f", self.environment["SLURM_CONF"])
        for node in ("n1", "n2"):
            self.start("slurmd", "-D", "-N", node, "-f", self.environment["SLURM_CONF"])
        self.wait("the nodes do not become idle",
                  lambda: self.ask("sinfo", "-h", "-N", "-o", "%t").stdout.split() == ["idle", "idle"])

    def wait(self, complaint, holds, seconds=30):
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end or any(p.poll() is not None for p in self.processes):
                raise NoCluster(complaint)
            time.sleep(0.1)

    def run(self, script, tasks, variables):
        """Runs the array to its end; returns what each task ended with."""
        self.environment.update(variables)
        made = self.ask("sbatch", "--parsable", f"--array=1-{tasks}", f"--output={self.folder}/task-%a.txt",
                        "--cpus-per-task=1", script)
        if made.returncode != 0:
            sys.exit(f"sbatch: {made.stderr}")
        self.job = made.stdout.strip().split(";")[0]
        end = time.monotonic() + 120
        while self.ask("squeue", "-h", "-o", "%t").stdout.strip():
            if time.monotonic() > end:
                sys.exit("the array takes more than two minutes")
            time.sleep(0.2)
        shown = self.ask("scontrol", "show", "job", self.job).stdout
        for log in sorted(self.folder.glob("task-*.txt")):
            sys.stderr.write(log.read_text())
        return [word.split("=")[1] for word in shown.split() if word.startswith("JobState=")]

    def end(self):
        # A controller that is stopped while jobs complete hangs: first the queue is emptied.
        if len(self.processes) > 1:
            self.ask("scancel", "-u", "root")
            for _ in range(100):
                if not self.ask("squeue", "-h").stdout.strip():
                    break
                time.sleep(0.1)
        for process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)


def main():
    script, tasks, *variables = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="slurm-") as name:
        cluster = Cluster(pathlib.Path(name))
        try:
            cluster.begin()
            states = cluster.run(script, int(tasks), dict(v.split("=", 1) for v in variables))
        except NoCluster as reason:
            logs = "".join(p.read_text()[-300:] for p in pathlib.Path(name).glob("*.log"))
            print(f"no cluster: {reason}\n{logs}")
            sys.exit(77)
        finally:
            cluster.end()
    print(" ".join(states))
    sys.exit(0 if states and set(states) == {"COMPLETED"} else 1)


main()
