# SimPy: python3 simpy_model.py m1|m2 [size] [seed] [toolname]
import sys, math, random, time, json, resource
# needs the Python package simpy (Debian: python3-simpy3)
import simpy
def cpu():
    r = resource.getrusage(resource.RUSAGE_SELF)
    return r.ru_utime + r.ru_stime
def out(**k):
    print(json.dumps(k), flush=True)
model=sys.argv[1]; size=sys.argv[2] if len(sys.argv)>2 else '-'; seed=int(sys.argv[3]) if len(sys.argv)>3 else 1; tool=sys.argv[4] if len(sys.argv)>4 else 'simpy'
def m1(N):
    env=simpy.Environment(); res=simpy.Resource(env,10); ex=random.Random(seed).expovariate; s=[0.0,0]
    def customer():
        t=env.now
        with res.request() as req:
            yield req
            s[0]+=env.now-t; s[1]+=1
            yield env.timeout(ex(1.0))
    def source():
        for _ in range(N):
            yield env.timeout(ex(9.0)); env.process(customer())
    env.process(source()); env.run()
    return dict(n=N, events=2*N, meanWait=s[0]/N, done=s[1])
def m2(H):
    G,K,S=1000,100,10; env=simpy.Environment(); r=random.Random(seed); gauss=r.gauss; rnd=r.random; ex=r.expovariate; exp=math.exp
    mu=[math.log(m)-0.32 for m in (1.0,1.25,2.5)]; busy=[0.0]*3; st=[0,0,0,0,0.0] # cases, comp, fired, intime, sumClose
    stn=[simpy.PriorityResource(env,c) for c,n in ((2,G),(5,K),(10,S)) for _ in range(n)]
    def case(g):
        t0=env.now; dl=env.timeout(8.0); lev=0; sid=g
        while True:
            res=stn[sid]
            if dl.processed:
                req=res.request(priority=0); yield req
            else:
                req=res.request(priority=1); yield req | dl
                if not req.triggered:
                    req.cancel(); req=res.request(priority=0); yield req
            d=exp(mu[lev]+0.8*gauss(0.0,1.0)); now=env.now
            if now<H: busy[lev]+=min(d,H-now)
            yield env.timeout(d); res.release(req); st[1]+=1
            if lev==0 and rnd()<0.2: lev=1; sid=G+g//10
            elif lev==1 and rnd()<0.1: lev=2; sid=G+K+g//100
            else: break
        st[4]+=env.now-t0
        if dl.processed: st[2]+=1
        else: st[3]+=1 # SimPy cannot cancel a timeout: it stays in the heap and fires with no callback
    def source(g):
        while True:
            dt=ex(1.6)
            if env.now+dt>H: return
            yield env.timeout(dt); st[0]+=1; env.process(case(g))
    for g in range(G): env.process(source(g))
    env.run()
    return dict(n=st[0], events=st[0]+st[1]+st[2], fired=st[2], inTime=st[3]/st[0], meanClose=st[4]/st[0], util=[round(busy[0]/(2*G*H),5),round(busy[1]/(5*K*H),5),round(busy[2]/(10*S*H),5)])
c0=cpu(); w0=time.perf_counter()
res=m1(int(float(size)) if size!='-' else 1000000) if model=='m1' else m2(float(size) if size!='-' else 625.0)
out(tool=tool, model=model, cpu=cpu()-c0, wall=time.perf_counter()-w0, **res)
